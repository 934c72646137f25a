import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { ReferenceStore } from '../catalog.js'
import type { Handles } from './kysely-catalog.js'
import type { ReferenceBodiesTable } from './tables.js'

const compress = promisify(gzip)
const decompress = promisify(gunzip)

export function referenceStore({ reads, writes }: Handles): ReferenceStore {
  return {
    async findReference(sourceId, url) {
      const row = await reads
        .selectFrom('reference_bodies')
        .selectAll()
        .where('source_id', '=', sourceId)
        .where('url', '=', url)
        .executeTakeFirst()
      if (!row) return null
      return {
        text: (await decompress(row.body)).toString('utf8'),
        mediaType: row.media_type,
        etag: row.etag,
        lastModified: row.last_modified,
        bodyHash: row.body_hash,
        fetchedAt: row.fetched_at,
        finalUrl: row.final_url,
      }
    },

    async listStalestReferences(sourceId) {
      const rows = await reads
        .selectFrom('reference_bodies')
        .select('url')
        .where('source_id', '=', sourceId)
        .orderBy('fetched_at')
        .orderBy('url')
        .execute()
      return rows.map(({ url }) => url)
    },

    async touchReferences(sourceId, urls, at) {
      await writes
        .updateTable('reference_bodies')
        .set({ fetched_at: at })
        .where('source_id', '=', sourceId)
        .where('url', 'in', urls)
        .execute()
    },

    async saveReference(sourceId, url, reference) {
      const { text, mediaType, etag, lastModified, bodyHash, fetchedAt, finalUrl } = reference
      const content: Omit<ReferenceBodiesTable, 'source_id' | 'url'> = {
        etag,
        last_modified: lastModified,
        body_hash: bodyHash,
        media_type: mediaType,
        fetched_at: fetchedAt,
        final_url: finalUrl,
        body: await compress(text),
      }
      await writes.transaction().execute(async (tx) => {
        const source = await tx
          .selectFrom('sources')
          .select('id')
          .where('id', '=', sourceId)
          .executeTakeFirst()
        if (!source) return
        await tx
          .insertInto('reference_bodies')
          .values({ source_id: sourceId, url, ...content })
          .onConflict((conflict) => conflict.columns(['source_id', 'url']).doUpdateSet(content))
          .execute()
      })
    },
  }
}
