import type { AdOverride, Corrections } from '../../domain/corrections.js'
import type { CorrectionStore } from '../catalog.js'
import { replaceDocument } from './document-store.js'
import { bumpChanges } from './change-log.js'
import type { Handles } from './kysely-catalog.js'

export function correctionStore({ reads, writes }: Handles): CorrectionStore {
  return {
    async findCorrections(documentIds) {
      if (documentIds.length === 0) return new Map()
      const rows = await reads
        .selectFrom('corrections')
        .selectAll()
        .where('document_id', 'in', [...new Set(documentIds)])
        .execute()
      return new Map(
        rows.map((row) => [
          row.document_id,
          {
            offsetMs: Number(row.offset_ms),
            speakers: JSON.parse(row.speakers) as Corrections['speakers'],
            adOverrides: JSON.parse(row.ad_overrides) as AdOverride[],
          },
        ]),
      )
    },

    writeCorrections: (documentId, corrections, { ifContentHash, write }) =>
      writes.transaction().execute(async (tx) => {
        const document = await tx
          .selectFrom('documents')
          .select('content_hash')
          .where('id', '=', documentId)
          .executeTakeFirst()
        if (document?.content_hash !== ifContentHash) return false
        const row = {
          offset_ms: corrections.offsetMs,
          speakers: JSON.stringify(corrections.speakers),
          ad_overrides: JSON.stringify(corrections.adOverrides),
        }
        await tx
          .insertInto('corrections')
          .values({ document_id: documentId, ...row })
          .onConflict((conflict) => conflict.column('document_id').doUpdateSet(row))
          .execute()
        if (write) await replaceDocument(tx, write)
        else await bumpChanges(tx, documentId)
        return true
      }),
  }
}
