import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { AppError } from '../../errors.js'
import type { Services } from '../../services.js'
import { isToken, sessionCookie } from '../plugins/guard.js'
import { errorResponses } from '../schemas/common.js'
import { StatusResponse } from '../schemas/status.js'

/** A browser keeps the token this long; typing it again is a small price for a forgotten laptop. */
const sessionSeconds = 30 * 24 * 3600

export const serverRoutes: FastifyPluginAsyncTypebox<{ services: Services; token: string | null }> = async (
  app,
  { services, token },
) => {
  const tags = ['server']

  app.get(
    '/status',
    { schema: { operationId: 'readStatus', tags, response: { 200: StatusResponse, ...errorResponses } } },
    async () => services.readStatus(),
  )

  app.post(
    '/session',
    {
      schema: {
        operationId: 'openSession',
        tags,
        description: 'Keeps the token of this server in an HttpOnly cookie of the browser',
        body: Type.Object({ token: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
        response: { 204: Type.Null(), ...errorResponses },
      },
    },
    async ({ body }, reply) => {
      if (token === null || !isToken(body.token, token))
        throw new AppError(
          'TOKEN_REQUIRED',
          'That is not the token of this server: it is printed when the server starts.',
        )
      reply.setCookie(sessionCookie, body.token, {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
        maxAge: sessionSeconds,
      })
      return reply.status(204).send(null)
    },
  )
}

/** Outside /api/v1, where supervisors look for them. */
export const healthRoutes: FastifyPluginAsyncTypebox<{ services: Services }> = async (app, { services }) => {
  const ok = Type.Object({ status: Type.Literal('ok') })
  const tags = ['server']

  app.get(
    '/healthz',
    {
      schema: { operationId: 'checkHealth', tags, description: 'The process answers', response: { 200: ok } },
    },
    () => ({
      status: 'ok' as const,
    }),
  )

  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'checkReady',
        tags,
        description: 'Catalog, index and model answer',
        response: { 200: ok, ...errorResponses },
      },
    },
    async () => {
      await services.checkReady()
      return { status: 'ok' as const }
    },
  )
}
