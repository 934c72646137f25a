import type { Transaction } from 'kysely'
import type { DocumentKind } from '../../domain/document.js'
import { displayLocation } from '../../domain/location.js'
import type { Source, SourceKind } from '../../domain/source.js'
import { AppError } from '../../errors.js'
import type { SourceCounts, SourceStore } from '../catalog.js'
import { removeAddresses } from './address-store.js'
import { bumpChanges } from './change-log.js'
import { durationMs, withoutTranscript } from './document-sums.js'
import { queueJob } from './job-store.js'
import type { Handles } from './kysely-catalog.js'
import type { SourcesTable, Tables } from './tables.js'

export function sourceStore({ reads, writes }: Handles): SourceStore {
  return {
    addSources: (sources) =>
      writes.transaction().execute(async (tx) => {
        const outcomes: { source: Source; added: boolean }[] = []
        for (const source of sources) outcomes.push(await addSource(tx, source))
        return outcomes
      }),

    async findSource(id) {
      const row = await reads.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toSource(row) : null
    },

    async listSources() {
      const rows = await reads.selectFrom('sources').selectAll().orderBy('title').orderBy('id').execute()
      return rows.map(toSource)
    },

    async updateSource(id, update) {
      const row = toPartialRow(update)
      if (Object.keys(row).length === 0) return
      await writes.transaction().execute(async (tx) => {
        if (update.location !== undefined) await requireFreeLocation(tx, id, update.location)
        await tx.updateTable('sources').set(row).where('id', '=', id).execute()
      })
    },

    removeSource: (id) =>
      writes.transaction().execute(async (tx) => {
        const documents = await tx.selectFrom('documents').select('id').where('source_id', '=', id).execute()
        const ofSource = tx.selectFrom('documents').select('id').where('source_id', '=', id)
        await removeAddresses(tx, id)
        await tx.deleteFrom('passages').where('document_id', 'in', ofSource).execute()
        await tx.deleteFrom('documents').where('source_id', '=', id).execute()
        await tx
          .deleteFrom('issues')
          .where('job_id', 'in', tx.selectFrom('jobs').select('id').where('source_id', '=', id))
          .execute()
        await tx.deleteFrom('jobs').where('source_id', '=', id).execute()
        await tx.deleteFrom('reference_bodies').where('source_id', '=', id).execute()
        const result = await tx.deleteFrom('sources').where('id', '=', id).executeTakeFirst()
        for (const document of documents) await bumpChanges(tx, document.id)
        return result.numDeletedRows > 0n
      }),

    async countDocumentsBySource() {
      const rows = await reads
        .selectFrom('documents')
        .select((select) => [
          'source_id',
          'kind',
          'status',
          select.fn.countAll<number>().as('count'),
          durationMs.as('duration_ms'),
          withoutTranscript.as('without_transcript'),
        ])
        .groupBy(['source_id', 'kind', 'status'])
        .execute()
      const found = new Map<string, SourceCounts>()
      for (const row of rows) {
        const counts = found.get(row.source_id) ?? noDocuments()
        found.set(row.source_id, counts)
        if (row.status === 'withdrawn') counts.withdrawn += Number(row.count)
        else {
          counts.documents[row.kind as DocumentKind] += Number(row.count)
          counts.durationMs += Number(row.duration_ms ?? 0)
          counts.withoutTranscript += Number(row.without_transcript)
        }
      }
      return found
    },
  }
}

const noDocuments = (): SourceCounts => ({
  documents: { episode: 0, short: 0, post: 0 },
  withdrawn: 0,
  durationMs: 0,
  withoutTranscript: 0,
})

async function addSource(
  tx: Transaction<Tables>,
  source: Source,
): Promise<{ source: Source; added: boolean }> {
  const known = await tx
    .selectFrom('sources')
    .selectAll()
    .where((where) => where.or([where('location', '=', source.location), where('guid', '=', source.guid)]))
    .executeTakeFirst()
  if (known) return { source: toSource(known), added: false }
  await tx.insertInto('sources').values(toRow(source)).execute()
  await queueJob(tx, source.id)
  return { source, added: true }
}

async function requireFreeLocation(tx: Transaction<Tables>, id: string, location: string): Promise<void> {
  const other = await tx
    .selectFrom('sources')
    .select(['id', 'title'])
    .where('location', '=', location)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (other)
    throw new AppError(
      'SOURCE_DUPLICATE',
      `This source has moved to ${displayLocation(location)}, which is in the library already as “${other.title}” (${other.id}): remove one of the two.`,
    )
}

function toSource(row: SourcesTable): Source {
  return {
    id: row.id,
    kind: row.kind as SourceKind,
    location: row.location,
    guid: row.guid,
    title: row.title,
    url: row.url,
    imageUrl: row.image_url,
    language: row.language,
    addedAt: row.added_at,
    pulledAt: row.pulled_at,
    etag: row.etag,
    lastModified: row.last_modified,
    bodyHash: row.body_hash,
    goneAt: row.gone_at,
  }
}

const toRow = (source: Source): SourcesTable => ({
  id: source.id,
  guid: source.guid,
  added_at: source.addedAt,
  ...(toPartialRow(source) as Omit<SourcesTable, 'id' | 'guid' | 'added_at'>),
})

/** Only the fields that are set; the rest of the row stays. */
function toPartialRow(update: Partial<Source>): Partial<SourcesTable> {
  const row = {
    kind: update.kind,
    location: update.location,
    title: update.title,
    url: update.url,
    image_url: update.imageUrl,
    language: update.language,
    pulled_at: update.pulledAt,
    etag: update.etag,
    last_modified: update.lastModified,
    body_hash: update.bodyHash,
    gone_at: update.goneAt,
  }
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}
