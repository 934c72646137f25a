import { pagePath } from '../domain/page-path.js'
import type { PassageResult } from '../search/search-result.js'
import { presentCard } from './present-document.js'
import type { HitResponse } from './schemas/search.js'

/** A hit as the API and the CLI's `--json` show it. */
export function presentHit({ document, ...hit }: PassageResult): HitResponse {
  const { jumpMs, anchor } = hit
  const url = pagePath(document.id, { startMs: jumpMs, endMs: null, anchor })
  return { ...hit, document: presentCard(document), url }
}
