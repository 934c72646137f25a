import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin } from 'vite'

/**
 * The scripts that stand under fixed names beside the pages, each in one file: the player that other sites embed, and
 * the service worker, which is told what the build before it has written.
 */
export function standaloneScripts(root: string): Plugin {
  let outDir = ''
  let isWritten = false
  return {
    name: 'standalone-scripts',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    writeBundle() {
      isWritten = true
    },
    async closeBundle() {
      if (!isWritten) return
      await buildScript(join(root, 'embed', 'embed.ts'), 'embed.js', outDir, {})
      const shell = listShell(outDir)
      await buildScript(join(root, 'service-worker', 'service-worker.ts'), 'service-worker.js', outDir, {
        __SHELL_PATHS__: JSON.stringify(shell.paths),
        __SHELL_VERSION__: JSON.stringify(shell.version),
      })
    },
  }
}

/** Made for others or for the build: no page of ours asks for them. */
const notShell = /^(embed\.js|service-worker\.js)$|\.map$/

/** Addresses of what the pages are made of, and a version that changes with any of it. */
function listShell(outDir: string): { paths: string[]; version: string } {
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !notShell.test(path))
    .sort()
  const hash = createHash('sha256')
  for (const path of files) hash.update(path).update(readFileSync(join(outDir, path)))
  return {
    paths: files.map((path) => (path === 'index.html' ? '/' : `/${path}`)),
    version: hash.digest('hex').slice(0, 16),
  }
}

/** A classic script: it runs with and without `type=module`, and as a worker in every browser. */
async function buildScript(
  entry: string,
  fileName: string,
  outDir: string,
  define: Record<string, string>,
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'cuepoint', fileName: () => fileName },
    },
  })
}
