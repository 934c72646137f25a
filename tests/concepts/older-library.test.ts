import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { hideConcept, renameConcept } from '../../src/concepts/edit-concept.js'
import { ConceptFollower } from '../../src/concepts/follow-concepts.js'
import { bakingLibrary } from './baking-library.js'
import { aFollowedLibrary, readFollowed } from './followed-library.js'

/** What migration 0011 left, with the notes of that time in a row of the evidence. */
const asBefore = `
  DROP TABLE concept_evidence;
  CREATE TABLE concept_evidence (document_id text PRIMARY KEY, bytes blob NOT NULL);
  INSERT INTO concept_evidence SELECT id, x'1f8b' FROM documents;
  INSERT INTO concept_evidence VALUES ('', x'1f8b');
  ALTER TABLE concept_state DROP COLUMN notes;
  UPDATE concept_state SET version = '1.3 fake-model';
  DROP TABLE concept_counts;
  DROP TABLE concept_matches;
  DELETE FROM kysely_migration WHERE name IN ('0012-concept-parts', '0013-concept-rows')`

test('a library of an older Cuepoint shows its concepts until they are found anew, under the same slugs and with all edits', async () => {
  const { catalog, catalogPath, write, newFollower, embed, read } = await aFollowedLibrary()
  await write(...bakingLibrary)
  const follower = newFollower()
  const editing = { catalog, refresh: async () => void (await follower.follow(embed)) }
  await follower.follow(embed)
  await renameConcept('levain', 'Sour Starter', editing)
  await hideConcept('oven-spring', true, editing)
  const before = await read()
  const slugs = await catalog.readIssuedSlugs()

  const database = new Database(catalogPath)
  database.exec(asBefore)
  database.close()
  // Two processes at once: the one migrates, the other waits for it.
  const [updated, beside] = await Promise.all([
    openSqliteCatalog(catalogPath),
    openSqliteCatalog(catalogPath),
  ])
  try {
    expect(await beside.readConcepts(null, 10_000)).toEqual(before.concepts)
    expect(await updated.readConceptNotes()).toBeNull()
    await new ConceptFollower(updated, 'fake-model').follow(embed)
    const documentIds = [...new Set(bakingLibrary.map(({ document }) => document.id))].sort()
    expect(await readFollowed(beside, documentIds)).toEqual(before)
    expect(await beside.readIssuedSlugs()).toEqual(slugs)
    expect(await beside.findConcept('levain')).toMatchObject({ name: 'Sour Starter' })
    expect(await beside.findConcept('oven-spring')).toMatchObject({ hidden: true })
  } finally {
    await Promise.all([updated.close(), beside.close()])
  }
})
