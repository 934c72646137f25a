import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { standaloneScripts } from './build/standalone-scripts.js'

/** The pages as static files in dist/web, where the server finds them; `vite` alone serves them beside a running API. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [preact({ prefreshEnabled: false }), standaloneScripts(import.meta.dirname)],
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy has no room for inline data or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
