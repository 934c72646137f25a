/**
 * The address of a module for a thread or a child process, relative to the module that starts it. Node 20 cannot load
 * TypeScript there, so from the sources (tests, `tsx`) it is the compiled twin under dist/.
 *
 * @param from `import.meta.url` of the caller
 * @param path relative to the caller, ending in `.js`
 */
export function compiledUrl(from: string, path: string): URL {
  const root = new URL('..', import.meta.url).href
  if (!import.meta.url.endsWith('.ts')) return new URL(path, from)
  return new URL(path, from.replace(root, `${root}dist/`))
}
