import type { PassageResult } from '../search/search-result.js'
import { presentCard } from './present-document.js'
import type { HitResponse } from './schemas/search.js'

/** A hit as the API and the CLI's `--json` show it. */
export function presentHit({ document, ...hit }: PassageResult): HitResponse {
  return { ...hit, document: presentCard(document), url: pageUrl(document.id, hit) }
}

/** The page that plays the moment, or shows the section. */
function pageUrl(documentId: string, { jumpMs, anchor }: Pick<PassageResult, 'jumpMs' | 'anchor'>): string {
  if (jumpMs !== null) return `/d/${documentId}?t=${jumpMs / 1000}`
  return anchor === null || anchor === ''
    ? `/d/${documentId}`
    : `/d/${documentId}#${encodeURIComponent(anchor)}`
}
