import type { PassageEvidence } from '../index/search-index.js'

/**
 * Whether a passage is about what was asked, and not only the nearest there is: with its neighbours it holds most of the
 * words and is on the matter, or it is near in meaning and holds some of them. Questions about baking and other
 * networks' coins find less than three such passages in 30,000 about Bitcoin, its own terms all that are looked at.
 * Without vectors the words alone decide. Pure.
 */
export function fitsWell({ coverage, dense }: Pick<PassageEvidence, 'coverage' | 'dense'>): boolean {
  if (dense === null) return coverage >= most
  return (coverage >= most && dense >= onMatter) || (coverage >= some && dense >= near)
}

/** Shares of the query's words, each counted by its rarity. */
const most = 0.6
const some = 0.3
/** Similarities of a question to a passage, by bge-small. */
const onMatter = 0.6
const near = 0.7
