import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { aDocument, aSource, aWrite } from '../builders/documents.js'
import { describeCatalog } from './catalog-contract.js'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-catalog-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

describeCatalog('sqlite catalog', async () => openSqliteCatalog(join(await aFolder(), 'catalog.db')))

test('several processes may open a new catalog at the same moment', async () => {
  const path = join(await aFolder(), 'deep', 'catalog.db')
  const catalogs = await Promise.all([1, 2, 3, 4].map(() => openSqliteCatalog(path)))
  await catalogs[0]?.addSources([aSource()])
  for (const catalog of catalogs) {
    expect(await catalog.findSource('source-1')).toEqual(aSource())
    await catalog.close()
  }
})

test('two writers at once lose no change number', async () => {
  const path = join(await aFolder(), 'catalog.db')
  const [a, b] = [await openSqliteCatalog(path), await openSqliteCatalog(path)]
  await a.addSources([aSource()])
  const write = (id: string) => aWrite({ document: aDocument({ id }), passages: [] })
  await Promise.all(
    Array.from({ length: 40 }, (_, index) => (index % 2 ? a : b).writeDocument(write(`document-${index}`))),
  )
  expect((await a.changesSince(0, 100)).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 40 }, (_, i) => i + 1),
  )
  await Promise.all([a.close(), b.close()])
})

test('a file that is not a catalog is named, and left as it is', async () => {
  const path = join(await aFolder(), 'catalog.db')
  await writeFile(path, 'this is not a database, only a text of some length'.repeat(100))
  await expect(openSqliteCatalog(path)).rejects.toMatchObject({
    code: 'CATALOG_CORRUPT',
    message: expect.stringContaining(path) as string,
  })
})

test('a catalog of a newer Cuepoint is refused', async () => {
  const path = join(await aFolder(), 'catalog.db')
  await (await openSqliteCatalog(path)).close()
  const database = new Database(path)
  database.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-future', '2030')
  database.close()
  await expect(openSqliteCatalog(path)).rejects.toMatchObject({ code: 'CATALOG_NEWER' })
})
