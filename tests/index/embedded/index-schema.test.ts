import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { analyzeText } from '../../../src/index/analyze.js'
import { openForReading, openForWriting } from '../../../src/index/embedded/index-schema.js'
import { anIdentity } from '../entry-builder.js'
import { makeTemporaryFolder } from './temporary-folder.js'

async function openDatabase(): Promise<Database.Database> {
  const database = openForWriting(join(await makeTemporaryFolder(), 'index.db'), anIdentity)
  onTestFinished(() => void database.close())
  return database
}

test('what the analyser gives is what is indexed: the engine splits and folds nothing', async () => {
  const database = await openDatabase()
  const insert = database.prepare('INSERT INTO search (rowid, title, chapter, text) VALUES (1, ?, ?, ?)')
  const terms = database.prepare<[], string>('SELECT term FROM vocabulary').pluck()
  const indexTokens = (tokens: readonly string[]) => {
    database.exec(`INSERT INTO search (search) VALUES ('delete-all')`)
    insert.run('', '', tokens.join(' '))
    return terms.all().sort()
  }
  const sample = "C++ C# 3.14 op_return don't U.S. naïve Straße 日本語 ﷺ ⑴ ½ Ünïcödé ẞ İstanbul 𐐀𐐨"
  const analyzed = analyzeText(sample, 'en')
  expect(indexTokens(analyzed)).toEqual([...new Set(analyzed)].sort())
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('en', 'de', 'nl', 'fr', 'xx'),
      (text, language) => {
        const tokens = analyzeText(text, language)
        expect(indexTokens(tokens)).toEqual([...new Set(tokens)].sort())
      },
    ),
    { numRuns: 300 },
  )
})

test('an index of another model is refused, naming both and the remedy', async () => {
  const path = join(await makeTemporaryFolder(), 'index.db')
  openForWriting(path, anIdentity).close()
  const other = { ...anIdentity, model: 'other@1/q8/cls/4' }
  const refusal = {
    code: 'INDEX_MISMATCH',
    message: expect.stringMatching(/test@0.*other@1.*`cuepoint reindex`/) as string,
  }
  expect(() => openForWriting(path, other)).toThrow(expect.objectContaining(refusal) as Error)
  expect(() => openForReading(path, other)).toThrow(expect.objectContaining(refusal) as Error)
  openForReading(path, anIdentity).close()
})

test('a file that is no index is named, with the remedy', async () => {
  const path = join(await makeTemporaryFolder(), 'index.db')
  await writeFile(path, 'x'.repeat(5000))
  const damage = {
    code: 'INDEX_UNAVAILABLE',
    message: expect.stringMatching(/index\.db is damaged.*`cuepoint reindex`/) as string,
  }
  expect(() => openForWriting(path, anIdentity)).toThrow(expect.objectContaining(damage) as Error)
  expect(() => openForReading(path, anIdentity)).toThrow(expect.objectContaining(damage) as Error)
})

test('a reader does not make an index', async () => {
  const path = join(await makeTemporaryFolder(), 'index.db')
  expect(() => openForReading(path, anIdentity)).toThrow(
    expect.objectContaining({
      code: 'INDEX_UNAVAILABLE',
      message: expect.stringContaining(path) as string,
    }) as Error,
  )
})

test('an index that cannot be made is named', async () => {
  const file = join(await makeTemporaryFolder(), 'a-file')
  await writeFile(file, '')
  expect(() => openForWriting(join(file, 'index.db'), anIdentity)).toThrow(
    /index\.db|directory does not exist/,
  )
})
