import type { RepeatKind, RepeatStore, StoredRepeatGroup } from '../repeat-store.js'
import { batchesOf } from './batches.js'
import type { Handles } from './kysely-catalog.js'
import { readCursor, toCursor } from './page-cursor.js'
import type { RepeatGroupsTable, RepeatPlacesTable } from './tables.js'

/** Eight parameters each, far below SQLite's 32,766. */
const rowsPerStatement = 500

export function repeatStore({ reads, writes }: Handles): RepeatStore {
  const readGroups = async (groups: readonly RepeatGroupsTable[]): Promise<StoredRepeatGroup[]> => {
    if (groups.length === 0) return []
    const rows = await reads
      .selectFrom('repeat_places')
      .selectAll()
      .where(
        'rank',
        'in',
        groups.map(({ rank }) => rank),
      )
      .orderBy('rank')
      .orderBy('position')
      .execute()
    const placesOf = new Map<number, StoredRepeatGroup['places']>()
    for (const row of rows) placesOf.set(row.rank, [...(placesOf.get(row.rank) ?? []), toPlace(row)])
    return groups.map(({ rank, kind, companion, template }) => ({
      kind: kind as RepeatKind,
      companion: companion === 1,
      template: template === 1,
      places: placesOf.get(rank) ?? [],
    }))
  }

  return {
    async readRepeatState() {
      const row = await reads.selectFrom('repeat_state').select(['seq', 'version']).executeTakeFirst()
      return row ? { seq: Number(row.seq), version: row.version } : null
    },

    async readRepeatMeasure() {
      const row = await reads.selectFrom('repeat_state').select('measure').executeTakeFirst()
      return row?.measure ?? null
    },

    replaceRepeats: (state, measure, groups) =>
      writes.transaction().execute(async (tx) => {
        await tx.deleteFrom('repeat_places').execute()
        await tx.deleteFrom('repeat_groups').execute()
        await tx.deleteFrom('repeat_state').execute()
        for (const batch of batchesOf(groups.map(toGroupRow), rowsPerStatement))
          await tx.insertInto('repeat_groups').values(batch).execute()
        for (const batch of batchesOf(groups.flatMap(toPlaceRows), rowsPerStatement))
          await tx.insertInto('repeat_places').values(batch).execute()
        await tx
          .insertInto('repeat_state')
          .values({ id: 1, ...state, measure })
          .execute()
      }),

    async listRepeatGroups({ kind, sourceId, companion, template }, { limit, cursor }) {
      let query = reads.selectFrom('repeat_groups')
      if (kind !== undefined) query = query.where('kind', '=', kind)
      if (companion !== undefined) query = query.where('companion', '=', companion ? 1 : 0)
      if (template !== undefined) query = query.where('template', '=', template ? 1 : 0)
      if (sourceId !== undefined)
        query = query.where('rank', 'in', (where) =>
          where.selectFrom('repeat_places').select('rank').where('source_id', '=', sourceId),
        )
      const { total } = await query
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      const [after] = readCursor(cursor, ['number']) ?? [-1]
      const rows = await query
        .selectAll()
        .where('rank', '>', after)
        .orderBy('rank')
        .limit(limit + 1)
        .execute()
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return {
        groups: await readGroups(shown),
        total: Number(total),
        next: rows.length > limit && last ? toCursor([last.rank]) : null,
      }
    },

    async findRepeatGroups(documentId, passageIds) {
      const wanted = new Set(passageIds)
      const places = await reads
        .selectFrom('repeat_places')
        .select(['rank', 'passage_ids'])
        .where('document_id', '=', documentId)
        .execute()
      const ranks = places
        .filter(({ passage_ids }) => (JSON.parse(passage_ids) as string[]).some((id) => wanted.has(id)))
        .map(({ rank }) => rank)
      if (ranks.length === 0) return []
      const rows = await reads
        .selectFrom('repeat_groups')
        .selectAll()
        .where('rank', 'in', [...new Set(ranks)])
        .orderBy('rank')
        .execute()
      return readGroups(rows)
    },
  }
}

const toGroupRow = ({ kind, companion, template }: StoredRepeatGroup, rank: number): RepeatGroupsTable => ({
  rank,
  kind,
  companion: companion ? 1 : 0,
  template: template ? 1 : 0,
})

const toPlaceRows = ({ places }: StoredRepeatGroup, rank: number): RepeatPlacesTable[] =>
  places.map((place, position) => ({
    rank,
    position,
    document_id: place.documentId,
    source_id: place.sourceId,
    passage_ids: JSON.stringify(place.passageIds),
    from_sentence: place.from,
    last_sentence: place.last,
    likeness: place.likeness,
  }))

const toPlace = (row: RepeatPlacesTable): StoredRepeatGroup['places'][number] => ({
  documentId: row.document_id,
  sourceId: row.source_id,
  passageIds: JSON.parse(row.passage_ids) as string[],
  from: row.from_sentence,
  last: row.last_sentence,
  likeness: row.likeness,
})
