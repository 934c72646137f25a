import { CompiledQuery, type Compilable, type Transaction } from 'kysely'
import type { Concept } from '../../domain/concept.js'
import type { ConceptStore, ConceptUpdate } from '../concept-store.js'
import { batchesOf } from './batches.js'
import { toConceptRow, toMentionRow, toPersonRow } from './concept-row.js'
import type { Handles } from './kysely-catalog.js'
import type { ConceptMentionsTable } from './concept-tables.js'
import type { Tables } from './tables.js'

/** Rows or ids a statement: at most ten parameters each, far below SQLite's 32,766. */
const rowsPerStatement = 500

const stateId = 1

export function conceptWriter({
  writes,
}: Handles): Pick<ConceptStore, 'applyConcepts' | 'clearConcepts' | 'addConceptEdits'> {
  return {
    applyConcepts: (update) =>
      writes.transaction().execute(async (tx) => {
        if (!(await moveState(tx, update))) return false
        await removeConcepts(tx, update.removedConcepts)
        await replaceConcepts(tx, update.concepts)
        await issueSlugs(tx, update.issuedSlugs)
        await removeDocuments(tx, update.removedDocuments)
        await replaceDocuments(tx, update.documents)
        await replaceNameVectors(tx, update.nameVectors)
        await addCounts(tx, update.counts)
        return true
      }),

    clearConcepts: () =>
      writes.transaction().execute(async (tx) => {
        for (const table of derivedTables) await tx.deleteFrom(table).execute()
      }),

    addConceptEdits: (edits) =>
      writes.transaction().execute(async (tx) => {
        for (const edit of edits)
          await tx
            .insertInto('concept_edits')
            .values({ edit: JSON.stringify(edit) })
            .execute()
        const { last } = await tx
          .selectFrom('concept_edits')
          .select((select) => select.fn.max<number | null>('id').as('last'))
          .executeTakeFirstOrThrow()
        return last ?? 0
      }),
  }
}

const derivedTables = [
  'concepts',
  'concept_names',
  'concept_mentions',
  'concept_people',
  'concept_evidence',
  'concept_matches',
  'concept_name_vectors',
  'concept_counts',
  'concept_state',
] as const

/** Compared and set in one statement, which also makes others that would do the same wait. */
async function moveState(
  tx: Transaction<Tables>,
  { from, to: { seq, edit, version }, notes }: ConceptUpdate,
): Promise<boolean> {
  if (from === null) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('concept_state')
      .values({ id: stateId, seq, edit, version, notes })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('concept_state')
    .set({ seq, edit, version, notes })
    .where('seq', '=', from.seq)
    .where('edit', '=', from.edit)
    .where('version', '=', from.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

async function removeConcepts(tx: Transaction<Tables>, slugs: readonly string[]): Promise<void> {
  for (const batch of batchesOf(slugs, rowsPerStatement))
    for (const table of ['concepts', 'concept_names', 'concept_mentions'] as const)
      await tx.deleteFrom(table).where('slug', 'in', batch).execute()
}

/** All that is old goes before anything new comes: a key may move from one concept to another. */
async function replaceConcepts(tx: Transaction<Tables>, concepts: readonly Concept[]): Promise<void> {
  for (const batch of batchesOf(concepts, rowsPerStatement)) {
    const slugs = batch.map(({ slug }) => slug)
    await tx.deleteFrom('concepts').where('slug', 'in', slugs).execute()
    await tx.deleteFrom('concept_names').where('slug', 'in', slugs).execute()
  }
  await insertRows(tx, concepts.map(toConceptRow), (rows) => tx.insertInto('concepts').values(rows))
  const names = concepts.flatMap(({ slug, keys }) => [...new Set(keys)].map((key) => ({ key, slug })))
  await insertRows(tx, names, (rows) => tx.insertInto('concept_names').values(rows))
}

async function issueSlugs(tx: Transaction<Tables>, issued: ReadonlyMap<string, string>): Promise<void> {
  const slugs = [...issued].map(([slug, key]) => ({ slug, key }))
  await insertRows(tx, slugs, (rows) =>
    tx
      .insertInto('concept_slugs')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
  )
}

const ofDocuments = ['concept_mentions', 'concept_people', 'concept_evidence', 'concept_matches'] as const

async function removeDocuments(
  tx: Transaction<Tables>,
  ids: readonly string[],
  tables: readonly (typeof ofDocuments)[number][] = ofDocuments,
): Promise<void> {
  for (const batch of batchesOf(ids, rowsPerStatement))
    for (const table of tables) await tx.deleteFrom(table).where('document_id', 'in', batch).execute()
}

async function replaceDocuments(
  tx: Transaction<Tables>,
  documents: ConceptUpdate['documents'],
): Promise<void> {
  const idsOf = (some: ConceptUpdate['documents']) => some.map(({ documentId }) => documentId)
  await removeDocuments(tx, idsOf(documents), ['concept_people'])
  await removeDocuments(tx, idsOf(documents.filter(({ passageIds }) => !passageIds)), ['concept_mentions'])
  const passageIds = documents.flatMap((document) => [...(document.passageIds ?? [])])
  for (const batch of batchesOf(passageIds, rowsPerStatement))
    await tx.deleteFrom('concept_mentions').where('passage_id', 'in', batch).execute()
  await replaceEvidence(tx, documents)
  const people = documents.flatMap((document) => document.people.map(toPersonRow))
  await insertRows(tx, people, (rows) => tx.insertInto('concept_people').values(rows))
  await insertRows(tx, mentionRows(documents), (rows) => tx.insertInto('concept_mentions').values(rows))
}

async function replaceEvidence(
  tx: Transaction<Tables>,
  documents: ConceptUpdate['documents'],
): Promise<void> {
  const read = documents.flatMap(({ documentId, evidence }) =>
    evidence ? [{ document_id: documentId, ...evidence }] : [],
  )
  await removeDocuments(
    tx,
    read.map((row) => row.document_id),
    ['concept_evidence'],
  )
  await insertRows(tx, read, (rows) => tx.insertInto('concept_evidence').values(rows))
  const found = documents.map(({ documentId, matches }) => ({ document_id: documentId, bytes: matches }))
  await insertRows(tx, found, (rows) =>
    tx
      .insertInto('concept_matches')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('document_id').doUpdateSet((set) => ({ bytes: set.ref('excluded.bytes') })),
      ),
  )
}

/** Made as they are needed: the first step has hundreds of thousands. */
function* mentionRows(documents: ConceptUpdate['documents']): Generator<ConceptMentionsTable> {
  for (const { mentions, passageIds } of documents)
    for (const mention of mentions)
      if (!passageIds || passageIds.has(mention.passageId)) yield toMentionRow(mention)
}

async function replaceNameVectors(
  tx: Transaction<Tables>,
  vectors: ConceptUpdate['nameVectors'],
): Promise<void> {
  const rows = vectors.map(({ key, bytes }) => ({ key, bytes }))
  await insertRows(tx, rows, (some) =>
    tx
      .insertInto('concept_name_vectors')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((set) => ({ bytes: set.ref('excluded.bytes') })),
      ),
  )
}

async function addCounts(tx: Transaction<Tables>, counts: ConceptUpdate['counts']): Promise<void> {
  if (!counts) return
  if (counts.anew) await tx.deleteFrom('concept_counts').execute()
  await tx.insertInto('concept_counts').values({ bytes: counts.part }).execute()
}

/**
 * Whole batches differ in nothing but their values, and building such a statement costs more than running it: it is
 * built once. @param rows each with all columns, in the same order
 */
async function insertRows<Row extends object>(
  tx: Transaction<Tables>,
  rows: Iterable<Row>,
  toStatement: (rows: Row[]) => Compilable,
): Promise<void> {
  let whole: string | undefined
  for (const batch of batchesOf(rows, rowsPerStatement)) {
    if (batch.length < rowsPerStatement) {
      await tx.executeQuery(toStatement(batch))
      continue
    }
    whole ??= toStatement(batch).compile().sql
    const values = batch.flatMap((row) => Object.values(row) as unknown[])
    await tx.executeQuery(CompiledQuery.raw(whole, values))
  }
}
