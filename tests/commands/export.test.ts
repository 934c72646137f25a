import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import type { CommandContext } from '../../src/commands/command.js'
import { cutCommand } from '../../src/commands/cut.js'
import { exportCommand } from '../../src/commands/export.js'
import { selectCollection } from '../../src/commands/select-collection.js'
import type { Config } from '../../src/config.js'
import { bindCollections } from '../../src/editor/collections/collections.js'
import { aSource, aWrite } from '../builders/documents.js'

async function aDesk() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'cuepoint-desk-'))
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }))
  const catalog = await openSqliteCatalog(join(dataFolder, 'catalog.db'))
  await catalog.addSources([aSource()])
  await catalog.writeDocument(aWrite())
  const collections = bindCollections(catalog)
  const { id } = await collections.add({ title: 'Best of May' })
  await collections.add({ title: 'Best of June' })
  await collections.addClip(id, { documentId: 'document-1', startMs: 0, endMs: 10_000 }, { ifVersion: null })
  await catalog.close()
  const config = { dataFolder, host: '127.0.0.1', port: 8080, publicUrl: null, allowPrivate: false } as Config
  const lines: string[] = []
  const terminal = {
    print: (line: string) => void lines.push(line),
    say: () => undefined,
    progress: () => undefined,
    bold: (text: string) => text,
    dim: (text: string) => text,
  }
  const context = (positionals: string[], values: CommandContext['values'] = {}): CommandContext => ({
    config,
    terminal,
    positionals,
    values,
    lists: {},
  })
  return { id, lines, context }
}

test('a collection goes to stdout as it is', async () => {
  const { context } = await aDesk()
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => write.mockRestore())
  expect(await exportCommand.run(context(['may', 'srt']))).toBe(0)
  expect(write.mock.calls).toEqual([['1\n00:00:00,000 --> 00:00:10,000\nA cue.\n']])
})

test('with --json the file comes with its name; its links lead to the server of this library', async () => {
  const { context, id, lines } = await aDesk()
  expect(await exportCommand.run(context([id, 'json'], { json: true }))).toBe(0)
  const file = JSON.parse(lines.join('\n')) as { name: string; text: string }
  expect(file.name).toBe('Best of May.json')
  expect(file.text).toContain('"link": "http://127.0.0.1:8080/d/document-1?t=0&end=10"')
})

test('what is no format, rate or collection is named with what there is', async () => {
  const { context } = await aDesk()
  const run = (words: string[], values = {}) => exportCommand.run(context(words, values))
  await expect(run(['may', 'docx'])).rejects.toThrow(/^The format "docx" must be one of md, notes\.md, csv,/)
  await expect(run(['may', 'edl'], { fps: '26' })).rejects.toThrow(/^--fps "26" must be one of 23\.976, 24,/)
  await expect(run(['best', 'edl'])).rejects.toThrow(/fits several collections/)
  await expect(run(['none', 'edl'])).rejects.toMatchObject({ code: 'COLLECTION_NOT_FOUND' })
  await expect(cutCommand.run(context(['may']))).rejects.toThrow(
    'Name the folder to write into: --out <folder>.',
  )
  await expect(cutCommand.run(context(['may'], { out: 'x', as: 'ogg' }))).rejects.toMatchObject({
    code: 'USAGE',
  })
  await expect(cutCommand.run(context(['may'], { out: join(tmpdir(), 'never') }))).rejects.toMatchObject({
    code: 'CUT_EMPTY',
  })
})

test('a collection is named by its whole title before a part of another', async () => {
  const listed = ['Best', 'Best of May'].map((title, index) => ({ id: `c${index}`, title }))
  const catalog = { listCollections: () => Promise.resolve(listed as never) }
  expect(await selectCollection('best', catalog)).toMatchObject({ id: 'c0' })
  expect(await selectCollection('of may', catalog)).toMatchObject({ id: 'c1' })
  expect(await selectCollection('c1', catalog)).toMatchObject({ id: 'c1' })
  await expect(selectCollection(undefined, catalog)).rejects.toMatchObject({ code: 'USAGE' })
})
