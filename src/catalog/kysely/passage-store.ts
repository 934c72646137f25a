import { sql, type Transaction } from 'kysely'
import type { DocumentKind } from '../../domain/document.js'
import type { Passage, Sentence } from '../../domain/passage.js'
import type { PassageStore, StoredPassage } from '../catalog.js'
import type { Handles } from './kysely-catalog.js'
import type { PassagesTable, Tables } from './tables.js'
import { collectVectors, findVectors, insertVectors } from './vector-rows.js'

/** Rows a statement: twelve parameters each, far below SQLite's 32,766. */
const rowsPerStatement = 500

type StoredSentence = Sentence & { hash: string }

export function passageStore({ reads, writes }: Handles): PassageStore {
  return {
    async readPassages(documentId) {
      const rows = await reads
        .selectFrom('passages')
        .selectAll()
        .where('document_id', '=', documentId)
        .orderBy('ordinal')
        .execute()
      return rows.map(toPassage)
    },

    async findPassages(ids) {
      if (ids.length === 0) return []
      const rows = await reads
        .selectFrom('passages')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute()
      const byId = new Map(rows.map((row) => [row.id, toPassage(row)]))
      return ids.map((id) => byId.get(id)).filter((passage) => passage !== undefined)
    },

    async findPassagesAround(ids) {
      if (ids.length === 0) return []
      const rows = await reads
        .selectFrom('passages')
        .selectAll()
        .where('id', 'in', ({ selectFrom }) =>
          selectFrom('passages as centre')
            .innerJoin('passages as near', (join) =>
              join
                .onRef('near.document_id', '=', 'centre.document_id')
                .on(sql<boolean>`near.ordinal in (centre.ordinal - 1, centre.ordinal, centre.ordinal + 1)`),
            )
            .select('near.id')
            .where('centre.id', 'in', [...ids]),
        )
        .execute()
      return rows.map(toPassage)
    },

    async findTexts(ids) {
      if (ids.length === 0) return new Map()
      const rows = await reads
        .selectFrom('passages')
        .select(['id', 'text'])
        .where('id', 'in', [...ids])
        .execute()
      return new Map(rows.map(({ id, text }) => [id, text]))
    },

    async findNeighbours(ids) {
      if (ids.length === 0) return new Map()
      const rows = await reads
        .selectFrom('passages as centre')
        .innerJoin('passages as neighbour', (join) =>
          join
            .onRef('neighbour.document_id', '=', 'centre.document_id')
            .on(sql<boolean>`neighbour.ordinal in (centre.ordinal - 1, centre.ordinal + 1)`),
        )
        .selectAll('neighbour')
        .select(['centre.id as centre_id', 'centre.ordinal as centre_ordinal'])
        .where('centre.id', 'in', [...ids])
        .execute()
      const neighbours = new Map<string, { before: Passage | null; after: Passage | null }>(
        ids.map((id) => [id, { before: null, after: null }]),
      )
      for (const { centre_id, centre_ordinal, ...row } of rows) {
        const pair = neighbours.get(centre_id)
        if (pair) pair[row.ordinal < centre_ordinal ? 'before' : 'after'] = toPassage(row)
      }
      return neighbours
    },

    async findPassageAt(documentId, ms) {
      const row = await reads
        .selectFrom('passages')
        .selectAll()
        .where('document_id', '=', documentId)
        .where('end_ms', '>', ms)
        .orderBy('ordinal')
        .limit(1)
        .executeTakeFirst()
      return row ? toPassage(row) : null
    },

    async locatePassages(ids) {
      if (ids.length === 0) return []
      const rows = await reads
        .selectFrom('passages as passage')
        .innerJoin('documents as document', 'document.id', 'passage.document_id')
        .innerJoin('sources as source', 'source.id', 'document.source_id')
        .select([
          'passage.id',
          'passage.document_id',
          'passage.ordinal',
          'passage.speaker',
          'passage.anchor',
          'document.kind',
          'document.source_id',
          'document.published_at',
          'source.title as source_title',
        ])
        .where('passage.id', 'in', [...ids])
        .execute()
      const places = rows.map((row) => ({
        passageId: row.id,
        documentId: row.document_id,
        ordinal: row.ordinal,
        speaker: row.speaker,
        anchor: row.anchor,
        kind: row.kind as DocumentKind,
        sourceId: row.source_id,
        sourceTitle: row.source_title,
        publishedAt: row.published_at,
      }))
      const byId = new Map(places.map((place) => [place.passageId, place]))
      return ids.map((id) => byId.get(id)).filter((place) => place !== undefined)
    },

    findVectors: (space, hashes) => findVectors(reads, space, hashes),

    addVectors: (space, vectors) => writes.transaction().execute((tx) => insertVectors(tx, space, vectors)),

    collectVectors: () => collectVectors({ reads, writes }),
  }
}

export async function replacePassages(
  tx: Transaction<Tables>,
  documentId: string,
  passages: readonly StoredPassage[],
): Promise<void> {
  await tx.deleteFrom('passages').where('document_id', '=', documentId).execute()
  for (let start = 0; start < passages.length; start += rowsPerStatement)
    await tx
      .insertInto('passages')
      .values(passages.slice(start, start + rowsPerStatement).map(toRow))
      .execute()
}

function toRow(passage: StoredPassage): PassagesTable {
  const sentences: StoredSentence[] = passage.sentences.map((sentence, index) => ({
    ...sentence,
    hash: passage.sentenceHashes[index] ?? '',
  }))
  return {
    id: passage.id,
    document_id: passage.documentId,
    ordinal: passage.ordinal,
    start_ms: passage.startMs,
    end_ms: passage.endMs,
    anchor: passage.anchor,
    chapter: passage.chapter,
    speaker: passage.speaker,
    ad: passage.ad ? 1 : 0,
    ad_reason: passage.adReason,
    text: passage.text,
    input_hash: passage.inputHash,
    sentences: JSON.stringify(sentences),
  }
}

function toPassage(row: PassagesTable): StoredPassage {
  const stored = JSON.parse(row.sentences) as StoredSentence[]
  return {
    id: row.id,
    documentId: row.document_id,
    ordinal: row.ordinal,
    startMs: row.start_ms,
    endMs: row.end_ms,
    anchor: row.anchor,
    chapter: row.chapter,
    speaker: row.speaker,
    ad: row.ad === 1,
    adReason: row.ad_reason,
    text: row.text,
    inputHash: row.input_hash,
    sentences: stored.map(({ hash: _, ...sentence }) => sentence),
    sentenceHashes: stored.map(({ hash }) => hash),
  }
}
