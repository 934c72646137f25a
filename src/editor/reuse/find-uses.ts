import type { Catalog, DocumentSummary } from '../../catalog/catalog.js'
import type { ClipUse } from '../../catalog/collection-store.js'
import { correctTime, noCorrections, type Corrections } from '../../domain/corrections.js'
import { overlaps } from '../../domain/time.js'
import type { LoadedResult } from '../../search/load-results.js'

/** Where a passage was used already: in clips of collections, and in posts that go with its recording. */

export interface PassageUses {
  /** A clip each, in the order of collections and clips. */
  clips: Pick<ClipUse, 'collectionId' | 'collectionTitle' | 'clipId' | 'clipTitle'>[]
  /** Posts about the passage's recording, or recordings of its post; oldest first. */
  companions: Pick<DocumentSummary, 'id' | 'kind' | 'title' | 'url'>[]
}

type UsedPassage = Pick<LoadedResult, 'passageId' | 'startMs' | 'endMs' | 'document'>

/** Answers for each passage, in their order. Cost: one statement for each document among them, and two more. */
export async function findUses(
  passages: readonly UsedPassage[],
  catalog: Pick<Catalog, 'findClipUses' | 'findCompanions' | 'findCorrections'>,
): Promise<PassageUses[]> {
  const documentIds = [...new Set(passages.map(({ document }) => document.id))]
  if (documentIds.length === 0) return []
  const [uses, corrections, companions] = await Promise.all([
    catalog.findClipUses(documentIds),
    catalog.findCorrections(documentIds),
    Promise.all(documentIds.map(async (id) => [id, await catalog.findCompanions(id)] as const)),
  ])
  const companionsOf = new Map(companions)
  return passages.map((passage) => ({
    clips: uses
      .filter((use) => isOf(passage, use, corrections.get(passage.document.id) ?? noCorrections))
      .map(({ collectionId, collectionTitle, clipId, clipTitle }) => ({
        collectionId,
        collectionTitle,
        clipId,
        clipTitle,
      })),
    companions: (companionsOf.get(passage.document.id) ?? []).map(({ id, kind, title, url }) => ({
      id,
      kind,
      title,
      url,
    })),
  }))
}

/** Times of clips are as published, those of passages as corrected. */
function isOf(passage: UsedPassage, use: ClipUse, corrections: Corrections): boolean {
  if (use.documentId !== passage.document.id) return false
  const [startMs, endMs] = [correctTime(use.startMs, corrections), correctTime(use.endMs, corrections)]
  if (startMs === null || endMs === null || passage.startMs === null || passage.endMs === null)
    return use.passageId === passage.passageId
  return overlaps({ startMs, endMs }, { startMs: passage.startMs, endMs: passage.endMs })
}
