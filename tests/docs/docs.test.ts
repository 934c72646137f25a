import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { configVariables } from '../../src/config.js'
import { AppError, errorCodes } from '../../src/errors.js'

const firstColumn = async (file: string) =>
  [...(await readFile(file, 'utf8')).matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((match) => match[1])

test('docs/errors.md describes every code of the catalogue, and no other, with its status', async () => {
  expect(await firstColumn('docs/errors.md')).toEqual([...errorCodes].sort())
  const text = await readFile('docs/errors.md', 'utf8')
  for (const code of errorCodes) {
    const { statusCode, retryable } = new AppError(code, '')
    expect(text).toMatch(
      new RegExp(`^\\| \`${code}\` +\\| ${statusCode} +\\| ${retryable ? 'yes' : 'no'} +\\|`, 'm'),
    )
  }
})

test('docs/config.md describes every variable that is read, and no other', async () => {
  expect((await firstColumn('docs/config.md')).sort()).toEqual([...configVariables].sort())
})
