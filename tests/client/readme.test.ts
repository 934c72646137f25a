import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** What TypeScript has against each text, were it a file of client/ that others wrote. */
function problemsOf(texts: readonly string[]): string[][] {
  const files = new Map(texts.map((text, index) => [resolve(`client/readme-example-${index}.ts`), text]))
  const { config } = ts.readConfigFile('client/tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: unknown
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, 'client')
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (path) => files.has(path) || fileExists(path)
  host.getSourceFile = (path, version) => {
    const text = files.get(path)
    return text === undefined ? getSourceFile(path, version) : ts.createSourceFile(path, text, version)
  }
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true, types: ['node'] }, host)
  return [...files.keys()].map((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  )
}

const examples = [...readFileSync('client/README.md', 'utf8').matchAll(/```ts\n([^]*?)```/g)].map((match) =>
  (match[1] ?? '').replace("'cuepoint-client'", "'./index.js'"),
)

test('every example of client/README.md compiles; with a parameter that the API does not have, none would', () => {
  const misspelt = examples[0]?.replace('k: 3', 'kk: 3') ?? ''
  const [problem, ...problems] = problemsOf([misspelt, ...examples])
  expect(problem?.join()).toContain("'kk' does not exist")
  expect(problems).toEqual(Array.from({ length: 5 }, () => []))
})
