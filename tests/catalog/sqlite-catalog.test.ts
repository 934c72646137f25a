import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, sql, type Migration } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { createKyselyCatalog } from '../../src/catalog/kysely/kysely-catalog.js'
import type { Tables } from '../../src/catalog/kysely/tables.js'
import { migrateCatalog } from '../../src/catalog/migrations/migrate.js'
import { initial } from '../../src/catalog/migrations/0001-initial.js'
import { pulling } from '../../src/catalog/migrations/0002-pulling.js'
import { addresses } from '../../src/catalog/migrations/0003-addresses.js'
import { adReason } from '../../src/catalog/migrations/0004-ad-reason.js'
import { pastQueries } from '../../src/catalog/migrations/0005-past-queries.js'
import { sqliteDialect } from '../../src/catalog/sqlite/sqlite-dialect.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { aConcept, anUpdate } from '../builders/concepts.js'
import { aDocument, aSource, aWrite } from '../builders/documents.js'
import { describeCatalog } from './catalog-contract.js'
import { describeAddresses } from './address-contract.js'
import { describeCollections } from './collection-contract.js'
import { describeConcepts } from './concept-contract.js'
import { describeConceptLists } from './concept-lists-contract.js'
import { describeCoverage } from './coverage-contract.js'
import { describeDocumentLists } from './document-list-contract.js'
import { describeJobs } from './job-contract.js'
import { describePassageAt } from './passage-at-contract.js'
import { describePeople } from './people-contract.js'
import { describeQueries } from './query-contract.js'
import { describeRepeats } from './repeat-contract.js'
import { describeSavedSearches } from './saved-search-contract.js'
import { describeUnusedVectors } from './unused-vector-contract.js'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-catalog-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const openCatalog = async () => openSqliteCatalog(join(await aFolder(), 'catalog.db'))
describeCatalog('sqlite catalog', openCatalog)
describeDocumentLists('sqlite catalog', openCatalog)
describeJobs('sqlite catalog', openCatalog)
describeAddresses('sqlite catalog', openCatalog)
describeUnusedVectors('sqlite catalog', openCatalog)
describeQueries('sqlite catalog', openCatalog)
describeConcepts('sqlite catalog', openCatalog)
describeCollections('sqlite catalog', openCatalog)
describeConceptLists('sqlite catalog', openCatalog)
describeCoverage('sqlite catalog', openCatalog)
describePeople('sqlite catalog', openCatalog)
describePassageAt('sqlite catalog', openCatalog)
describeRepeats('sqlite catalog', openCatalog)
describeSavedSearches('sqlite catalog', openCatalog)

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
  const opening = openSqliteCatalog(path)
  await expect(opening).rejects.toMatchObject({ code: 'CATALOG_CORRUPT' })
  await expect(opening).rejects.toThrow(path)
  await expect(opening).rejects.toThrow('file is not a database')
})

test('a catalog of a newer Cuepoint is refused', async () => {
  const path = join(await aFolder(), 'catalog.db')
  await (await openSqliteCatalog(path)).close()
  const database = new Database(path)
  database.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-future', '2030')
  database.close()
  await expect(openSqliteCatalog(path)).rejects.toMatchObject({ code: 'CATALOG_NEWER' })
})

/** A catalog as an older Cuepoint left it, with a source in it. */
async function makeOldCatalog(path: string, migrations: Record<string, Migration>): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect({ path, readonly: false }) })
  await sql`create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(
    db,
  )
  await sql`create table kysely_migration_lock (id varchar(255) primary key, is_locked integer not null default 0)`.execute(
    db,
  )
  await sql`insert into kysely_migration_lock values ('migration_lock', 0)`.execute(db)
  for (const [name, migration] of Object.entries(migrations)) {
    await migration.up(db as Kysely<unknown>)
    await sql`insert into kysely_migration values (${name}, '2026-01-01')`.execute(db)
  }
  const { id, kind, location, guid, title, addedAt } = aSource()
  await sql`insert into sources (id, kind, location, guid, title, language, added_at)
    values (${id}, ${kind}, ${location}, ${guid}, ${title}, 'en', ${addedAt})`.execute(db)
  await db.destroy()
}

test('a catalog of the first release is brought up to date with what is in it', async () => {
  const path = join(await aFolder(), 'catalog.db')
  await makeOldCatalog(path, { '0001-initial': initial })
  const catalog = await openSqliteCatalog(path)
  onTestFinished(() => catalog.close())
  const { id, addedAt } = aSource()
  expect(await catalog.listSources()).toEqual([aSource()])
  await catalog.updateSource(id, { goneAt: addedAt })
  expect(await catalog.findSource(id)).toEqual(aSource({ goneAt: addedAt }))
})

test('a catalog from before concepts takes them up, with what is in it', async () => {
  const path = join(await aFolder(), 'catalog.db')
  await makeOldCatalog(path, {
    '0001-initial': initial,
    '0002-pulling': pulling,
    '0003-addresses': addresses,
    '0004-ad-reason': adReason,
    '0005-past-queries': pastQueries,
  })
  const catalog = await openSqliteCatalog(path)
  onTestFinished(() => catalog.close())
  expect(await catalog.listSources()).toEqual([aSource()])
  expect(await catalog.readConceptState()).toBeNull()
  expect(await catalog.applyConcepts(anUpdate({ concepts: [aConcept()] }))).toBe(true)
  expect(await catalog.findConcept('embedding')).toEqual(aConcept())
})

test('a full disk is named, and what was written before stays', async () => {
  const path = join(await aFolder(), 'catalog.db')
  const writes = new Kysely<Tables>({ dialect: sqliteDialect({ path, readonly: false }) })
  await migrateCatalog(writes as Kysely<unknown>, path)
  const reads = new Kysely<Tables>({ dialect: sqliteDialect({ path, readonly: true }) })
  const catalog = createKyselyCatalog({ reads, writes })
  onTestFinished(() => catalog.close())
  await catalog.addSources([aSource()])
  // SQLite treats its own limit like that of the disk.
  await sql`pragma max_page_count = 1`.execute(writes)
  const large = { ...aWrite().document, description: 'x'.repeat(1_000_000) }
  await expect(catalog.writeDocument(aWrite({ document: large }))).rejects.toMatchObject({
    code: 'CATALOG_FULL',
    retryable: true,
    message: expect.stringContaining(path) as string,
  })
  expect([await catalog.findSource('source-1'), await catalog.findDocument(large.id)]).toEqual([
    aSource(),
    null,
  ])
  await sql`pragma max_page_count = 1000000`.execute(writes)
  expect(await catalog.writeDocument(aWrite({ document: large }))).toEqual({ changed: true })
})

test('a job whose process died is taken up by another, one whose process lives is not', async () => {
  const path = join(await aFolder(), 'catalog.db')
  const catalog = await openSqliteCatalog(path)
  onTestFinished(() => catalog.close())
  await catalog.addSources([aSource()])
  const job = await catalog.claimJob()
  await catalog.addIssues(job?.id ?? '', [{ code: 'FETCH_FAILED', where: 'a', message: 'b' }])
  const database = new Database(path)
  onTestFinished(() => void database.close())
  const own = (pid: number, secondsAgo: number) =>
    database
      .prepare('update jobs set owner = ?, heartbeat_at = ?')
      .run(`${hostname()}:${pid}`, new Date(Date.now() - secondsAgo * 1000).toISOString())
  // The parent of this process lives.
  own(process.ppid, 0)
  expect(await catalog.claimJob()).toBeNull()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  own(dead, 0)
  expect(await catalog.claimJob()).toMatchObject({ id: job?.id, status: 'running', issues: [] })
  // On another machine only silence tells.
  database.prepare('update jobs set owner = ?').run('elsewhere:1')
  expect(await catalog.claimJob()).toBeNull()
  database.prepare('update jobs set heartbeat_at = ?').run('2026-01-01T00:00:00.000Z')
  expect((await catalog.claimJob())?.id).toBe(job?.id)
})
