import type { Catalog } from '../../catalog/catalog.js'
import type { ClipUse } from '../../catalog/collection-store.js'
import { noCorrections } from '../../domain/corrections.js'
import type { RepeatPlace } from './load-repeat-places.js'

/** In which clips a place of a document is used already. */

export interface PublishedRange {
  documentId: string
  /** Published times; null together without times. */
  startMs: number | null
  endMs: number | null
  passageIds: readonly string[]
}

/** A clip and a place are about the same when they share this much of the shorter. */
const sharedPart = 0.5

/** @param exceptClip id of one that is left out */
export async function findClipsAt(
  documentIds: readonly string[],
  catalog: Pick<Catalog, 'findClipUses' | 'findCorrections'>,
  exceptClip?: string,
) {
  const [allUses, corrections] = await Promise.all([
    catalog.findClipUses(documentIds),
    catalog.findCorrections(documentIds),
  ])
  const uses = allUses.filter(({ clipId }) => clipId !== exceptClip)
  const offsetOf = (documentId: string): number => (corrections.get(documentId) ?? noCorrections).offsetMs
  const ofRange = (range: PublishedRange): ClipUse[] =>
    uses.filter((use) => use.documentId === range.documentId && isShared(use, range))
  return {
    ofRange,
    /** @param passageIds that the place is in */
    ofPlace({ document, startMs, endMs }: RepeatPlace, passageIds: readonly string[]): ClipUse[] {
      const offsetMs = offsetOf(document.id)
      return ofRange({
        documentId: document.id,
        startMs: startMs === null ? null : startMs - offsetMs,
        endMs: endMs === null ? null : endMs - offsetMs,
        passageIds,
      })
    },
  }
}

function isShared(use: ClipUse, { startMs, endMs, passageIds }: PublishedRange): boolean {
  if (use.passageId !== null) return passageIds.includes(use.passageId)
  if (use.startMs === null || use.endMs === null || startMs === null || endMs === null) return false
  const shared = Math.min(use.endMs, endMs) - Math.max(use.startMs, startMs)
  return shared > 0 && shared >= sharedPart * Math.min(use.endMs - use.startMs, endMs - startMs)
}
