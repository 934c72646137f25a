import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** The arrows of ARCHITECTURE.md, held against the imports as they are. */

const sources = ['src', 'ingest', 'client', 'web/src', 'web/embed'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(root, path)),
)

/** Those that are there when the program runs, unless `types` are wanted too. */
const readImports = ({ types }: { types: boolean }) =>
  sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b( type\b)?[^'"]*?from '([^']+)'/gm)]
      .filter(([, type]) => types || type === undefined)
      .map(([, , specifier = '']) => ({ file, target: resolveImport(file, specifier) })),
  )

const imports = readImports({ types: false })
const importsAndTypes = readImports({ types: true })

/** Path of an own file from the project's folder, or the name of a package. */
function resolveImport(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return relative('.', resolve(dirname(file), specifier)).replace(/\.js$/, '.ts')
}

/** `file → target` for each import of a file below `from` that is not allowed. */
const offenders = (from: string, isAllowed: (target: string) => boolean, among = imports) =>
  among
    .filter(({ file, target }) => file.startsWith(from) && !isAllowed(target))
    .map(({ file, target }) => `${file} → ${target}`)

test('the domain imports nothing but itself, and hashes', () => {
  expect(
    offenders('src/domain/', (target) => target.startsWith('src/domain/') || target === 'node:crypto'),
  ).toEqual([])
})

test('ports import only the domain, the analyser and the errors', () => {
  for (const port of ['src/catalog/catalog.ts', 'src/embed/embedder.ts', 'src/index/search-index.ts'])
    expect(
      offenders(port, (target) => /^src\/(domain\/|errors\.ts|index\/analyze\.ts)/.test(target)),
    ).toEqual([])
})

test('only adapters.ts and the ingest process name adapters', () => {
  const adapters =
    /^src\/(catalog\/(kysely|sqlite|migrations)|index\/embedded|embed\/(open-embedder|thread-embedder|process-embedder))/
  const mayName =
    /^src\/(catalog\/|index\/embedded\/|embed\/|adapters\.ts|jobs\/ingest-process\.ts|concepts\/concept-thread\.ts|editor\/(repeats\/repeat|align\/alignment)-thread\.ts)/
  const naming = imports.filter(({ file, target }) => adapters.test(target) && !mayName.test(file))
  expect(naming).toEqual([])
})

test('use cases do not know the API or the commands', () => {
  for (const useCase of ['src/search/', 'src/documents/', 'src/status/', 'ingest/'])
    expect(
      offenders(
        useCase,
        (target) => !/^src\/(api|commands|app|server|services|adapters|open-|cli)/.test(target),
      ),
    ).toEqual([])
})

test('only config.ts reads the environment', () => {
  const readers = sources.filter(
    (file) => /process\.env\b/.test(readFileSync(file, 'utf8')) && file !== 'src/config.ts',
  )
  // NO_COLOR is about the terminal, not about Cuepoint.
  expect(readers).toEqual(['src/commands/terminal.ts'])
})

test('the client imports nothing but itself and openapi-fetch, not even types', () => {
  const isAllowed = (target: string) => target.startsWith('client/') || target === 'openapi-fetch'
  expect(offenders('client/', isAllowed, importsAndTypes)).toEqual([])
})

test('the pages import nothing of the service but the domain, not even types: they take the client', () => {
  const isAllowed = (target: string) => !/^(src|ingest)\//.test(target) || target.startsWith('src/domain/')
  expect(offenders('web/', isAllowed, importsAndTypes)).toEqual([])
})

test('no import runs in a circle', () => {
  const edges = new Map<string, string[]>()
  for (const { file, target } of imports) edges.set(file, [...(edges.get(file) ?? []), target])
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file]
    if (done.has(file)) return []
    const circle = (edges.get(file) ?? [])
      .map((next) => visit(next, [...trail, file]))
      .find((found) => found.length > 0)
    done.add(file)
    return circle ?? []
  }
  expect(sources.map((file) => visit(file, [])).filter((circle) => circle.length > 0)).toEqual([])
})

test('no source file is longer than 400 lines', () => {
  const written = sources.filter((file) => file !== 'client/schema.ts')
  const long = written.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400)
  expect(long).toEqual([])
})
