import { sql } from 'kysely'
import type { ConceptMention } from '../../domain/concept.js'
import type { DocumentKind } from '../../domain/document.js'
import type { ConceptInDocument, ConceptStore, TimelineEntry } from '../concept-store.js'
import { batchesOf } from './batches.js'
import { mentionColumns, toMention } from './concept-row.js'
import { summaryColumns, toSummary } from './document-row.js'
import type { Handles } from './kysely-catalog.js'
import { readCursor, toCursor } from './page-cursor.js'

const idsPerStatement = 500

/** Undated documents come first. */
const date = sql<string>`coalesce(document.published_at, '')`

export function mentionReader({
  reads,
}: Handles): Pick<
  ConceptStore,
  | 'findMentionsIn'
  | 'listMentionsOfDocument'
  | 'readTimeline'
  | 'listDocumentsOfConcept'
  | 'findDocumentsOfConcept'
  | 'listMentionsOfConcept'
> {
  const shown = reads
    .selectFrom('concept_mentions as mention')
    .innerJoin('documents as document', 'document.id', 'mention.document_id')
    .select(mentionColumns)
    // Not a join, which would read each concept's row, or even begin with all that are not hidden.
    .where('mention.slug', 'not in', ({ selectFrom }) =>
      selectFrom('concepts').select('concepts.slug').where('concepts.hidden', '=', 1),
    )
  return {
    async findMentionsIn(passageIds) {
      const byPassage = new Map<string, ConceptMention[]>(passageIds.map((id) => [id, []]))
      for (const batch of batchesOf(byPassage.keys(), idsPerStatement)) {
        const rows = await shown
          .where('mention.passage_id', 'in', batch)
          .orderBy('mention.sentence')
          .orderBy('mention.slug')
          .execute()
        for (const row of rows) byPassage.get(row.passage_id)?.push(toMention(row))
      }
      return [...byPassage.values()].flat()
    },

    async listMentionsOfDocument(documentId) {
      const rows = await shown
        .where('mention.document_id', '=', documentId)
        .orderBy('mention.ordinal')
        .orderBy('mention.sentence')
        .orderBy('mention.slug')
        .execute()
      return rows.map(toMention)
    },

    readTimeline: (slug) => readTimeline(reads, slug),

    listDocumentsOfConcept: (slug) => listDocuments(reads, slug),

    async findDocumentsOfConcept(slug, documentIds) {
      const byId = new Map<string, ConceptInDocument | null>(documentIds.map((id) => [id, null]))
      for (const batch of batchesOf(byId.keys(), idsPerStatement))
        for (const found of await listDocuments(reads, slug, batch)) byId.set(found.document.id, found)
      return [...byId.values()].filter((found) => found !== null)
    },

    async listMentionsOfConcept(slug, { documentId }, { limit, cursor }) {
      const after = readCursor(cursor, ['string', 'string', 'number'])
      const rows = await reads
        .with('listed', (db) =>
          db
            .selectFrom('concept_mentions')
            .select('document_id')
            .distinct()
            .where('slug', '=', slug)
            .$if(documentId !== undefined, (query) => query.where('document_id', '=', documentId ?? '')),
        )
        .selectFrom('listed')
        .innerJoin('documents as document', 'document.id', 'listed.document_id')
        .innerJoin('concept_mentions as mention', 'mention.document_id', 'listed.document_id')
        .select([...mentionColumns, date.as('date')])
        .where('mention.slug', '=', slug)
        .where('document.status', '=', 'present')
        .$if(after !== null, (query) =>
          query.where(
            sql<boolean>`(${date}, mention.document_id, mention.ordinal) > (${after?.[0]}, ${after?.[1]}, ${after?.[2]})`,
          ),
        )
        .orderBy(date)
        .orderBy('mention.document_id')
        .orderBy('mention.ordinal')
        .limit(limit + 1)
        .execute()
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      const next = rows.length > limit && last ? toCursor([last.date, last.document_id, last.ordinal]) : null
      return { mentions: page.map(toMention), next }
    },
  }
}

/** Groups in the database: a concept of ten thousand mentions is in a few hundred documents. */
async function readTimeline(reads: Handles['reads'], slug: string): Promise<TimelineEntry[]> {
  const rows = await reads
    .with('grouped', (db) =>
      db
        .selectFrom('concept_mentions')
        .select((select) => [
          'document_id',
          select.fn.countAll<number>().as('passages'),
          select.fn.max<number>('strength').as('strength'),
        ])
        .where('slug', '=', slug)
        .groupBy('document_id'),
    )
    .selectFrom('grouped')
    .innerJoin('documents as document', 'document.id', 'grouped.document_id')
    .select(['document.id', 'document.kind', 'document.title', 'document.published_at'])
    .select(['grouped.passages', 'grouped.strength'])
    .where('document.status', '=', 'present')
    .orderBy(date)
    .orderBy('document.id')
    .execute()
  return rows.map((row) => ({
    documentId: row.id,
    kind: row.kind as DocumentKind,
    title: row.title,
    publishedAt: row.published_at,
    passages: Number(row.passages),
    strength: row.strength,
  }))
}

/** @param documentIds only these; at most as many as a statement takes */
async function listDocuments(
  reads: Handles['reads'],
  slug: string,
  documentIds?: readonly string[],
): Promise<ConceptInDocument[]> {
  const rows = await reads
    .with('grouped', (db) =>
      db
        .selectFrom('concept_mentions')
        .select((select) => [
          'document_id',
          select.fn.countAll<number>().as('passages'),
          select.fn.min<number>('ordinal').as('first_ordinal'),
        ])
        .where('slug', '=', slug)
        .$if(documentIds !== undefined, (query) => query.where('document_id', 'in', documentIds ?? []))
        .groupBy('document_id'),
    )
    .selectFrom('grouped')
    // Cross joins: SQLite keeps their order, and would else look through all mentions for each document.
    .crossJoin('documents as document')
    .crossJoin('sources as source')
    .crossJoin('concept_mentions as first')
    .crossJoin('concept_mentions as best')
    .whereRef('document.id', '=', 'grouped.document_id')
    .whereRef('source.id', '=', 'document.source_id')
    .where('first.slug', '=', slug)
    .whereRef('first.document_id', '=', 'grouped.document_id')
    .whereRef('first.ordinal', '=', 'grouped.first_ordinal')
    .where('best.slug', '=', slug)
    .whereRef('best.document_id', '=', 'grouped.document_id')
    .where('best.ordinal', '=', ({ selectFrom }) =>
      selectFrom('concept_mentions as candidate')
        .select('candidate.ordinal')
        .where('candidate.slug', '=', slug)
        .whereRef('candidate.document_id', '=', 'grouped.document_id')
        .orderBy('candidate.strength', 'desc')
        .orderBy('candidate.focus', 'desc')
        .orderBy('candidate.ordinal')
        .limit(1),
    )
    .select(summaryColumns)
    .select('grouped.passages')
    .select(columnsOf('first'))
    .select(columnsOf('best'))
    .where('document.status', '=', 'present')
    .orderBy(date)
    .orderBy('document.id')
    .execute()
  return rows.map((row): ConceptInDocument => ({
    document: toSummary(row),
    passages: Number(row.passages),
    first: toMention({
      slug,
      document_id: row.id,
      ordinal: row.first_ordinal,
      passage_id: row.first_passage_id,
      start_ms: row.first_start_ms,
      sentence: row.first_sentence,
      count: row.first_count,
      strength: row.first_strength,
      focus: row.first_focus,
    }),
    best: toMention({
      slug,
      document_id: row.id,
      ordinal: row.best_ordinal,
      passage_id: row.best_passage_id,
      start_ms: row.best_start_ms,
      sentence: row.best_sentence,
      count: row.best_count,
      strength: row.best_strength,
      focus: row.best_focus,
    }),
  }))
}

const columnsOf = <Name extends 'first' | 'best'>(name: Name) =>
  [
    `${name}.ordinal as ${name}_ordinal`,
    `${name}.passage_id as ${name}_passage_id`,
    `${name}.start_ms as ${name}_start_ms`,
    `${name}.sentence as ${name}_sentence`,
    `${name}.count as ${name}_count`,
    `${name}.strength as ${name}_strength`,
    `${name}.focus as ${name}_focus`,
  ] as const
