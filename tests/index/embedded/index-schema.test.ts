import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForReading, openForWriting } from '../../../src/index/embedded/index-schema.js'
import { anIdentity } from '../entry-builder.js'
import { makeTemporaryFolder } from './temporary-folder.js'

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
