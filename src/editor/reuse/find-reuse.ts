import { mapConcurrently } from '../../../ingest/map-concurrently.js'
import type { SearchFilter } from '../../index/search-index.js'
import { nextPosition, readPosition } from '../../position-cursor.js'
import { findUses, type PassageUses } from './find-uses.js'
import { matchParagraph, type MatchDependencies, type MatchedPassage } from './match-paragraph.js'
import { splitDraft, type DraftParagraph } from './split-draft.js'

/** What of a draft the library has already: paragraph by paragraph, some at a time. */

export interface ReuseRequest {
  draft: string
  filter: SearchFilter
  /** Passages for a paragraph. */
  k: number
  /** Paragraphs an answer. */
  limit: number
  /** `next` of the answer before, or null. */
  cursor: string | null
}

export interface ReusablePassage extends MatchedPassage {
  usedIn: PassageUses
}

export interface ReusedParagraph extends DraftParagraph {
  /** Best first; none when nothing in the library is near enough. */
  matches: ReusablePassage[]
}

export interface ReuseResult {
  /** In the order of the draft. */
  paragraphs: ReusedParagraph[]
  /** Paragraphs of the whole draft. */
  total: number
  next: string | null
  /** A retriever did not answer for some of them. */
  degraded: boolean
}

export type FindReuse = (request: ReuseRequest, signal?: AbortSignal) => Promise<ReuseResult>

/** While the model embeds one, the index is asked for the other. */
const paragraphsAtOnce = 2

/**
 * Cost: for each paragraph as much as for a search, and the embedding of its sentences: some 100 ms.
 * @param signal whoever asked has left: nothing more is begun
 * @throws QUERY_INVALID for a cursor of none of ours; INDEX_UNAVAILABLE; the signal's reason
 */
export async function findReuse(
  { draft, filter, k, limit, cursor }: ReuseRequest,
  dependencies: MatchDependencies,
  signal?: AbortSignal,
): Promise<ReuseResult> {
  const all = splitDraft(draft)
  const from = readPosition(cursor)
  const page = all.slice(from, from + limit)
  const matches: MatchedPassage[][] = page.map(() => [])
  let degraded = false
  const languages = Promise.resolve(await dependencies.languages())
  await mapConcurrently(page, paragraphsAtOnce, async (paragraph, at) => {
    signal?.throwIfAborted()
    const matched = await matchParagraph(
      paragraph,
      { k, filter },
      {
        ...dependencies,
        languages: () => languages,
      },
    )
    matches[at] = matched.matches
    degraded ||= matched.degraded
  })
  signal?.throwIfAborted()
  const uses = await findUses(matches.flat(), dependencies.catalog)
  return {
    paragraphs: page.map((paragraph, at) => {
      const usesOfIt = uses.splice(0, matches[at]?.length ?? 0)
      const found = (matches[at] ?? []).flatMap((match, index): ReusablePassage[] => {
        const usedIn = usesOfIt[index]
        return usedIn ? [{ ...match, usedIn }] : []
      })
      return { ...paragraph, matches: found }
    }),
    total: all.length,
    next: nextPosition(from, limit, all.length),
    degraded,
  }
}
