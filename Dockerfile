# Builds with the compilers, runs without them.
FROM node:20-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev \
  # The runtime for the browser, and the CPU runtime of other platforms: 400 MB that nothing here loads.
  && rm -rf node_modules/onnxruntime-web node_modules/onnxruntime-node/bin/napi-v*/darwin node_modules/onnxruntime-node/bin/napi-v*/win32

FROM node:20-bookworm-slim
ENV NODE_ENV=production CUEPOINT_HOST=0.0.0.0 CUEPOINT_PORT=8080 CUEPOINT_DATA=/library
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data/models ./data/models
COPY --from=build /app/data/sample ./data/sample
RUN mkdir /library && chown node:node /library
USER node
VOLUME /library
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:8080/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "dist/src/cli.js", "serve"]
