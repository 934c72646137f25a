import type { RelationReason } from '../../domain/concept.js'
import { chooseExamples } from './choose-examples.js'
import { createMeetingCounter } from './meetings.js'
import type { MentionTable } from './mention-table.js'

/** Which concepts belong together, and why. */

export interface Relation {
  /** Position of the other concept. */
  concept: number
  score: number
  reason: RelationReason
  passages: number
  example: { documentId: string; passageId: string } | null
}

export interface RelateInput {
  mentions: MentionTable
  concepts: number
  /** Passages of the library. */
  passages: number
  /** Positions of concepts that one post explains. */
  posts: readonly (readonly number[])[]
  /** Unit vector of the name of each concept, where there is one. */
  vectors: readonly (Float32Array | undefined)[]
}

const maxRelations = 12
/** Two that meet more seldom meet by chance. In a small library two meetings are many. */
const minTogether = 3
const smallLibrary = { passages: 1000, minTogether: 2 }
const samePostScore = 0.3
/** Cosine of two names of bge-small from which they are near in meaning; others are never below some .5. */
const nearMeaning = 0.75
/** Names that are alike say less than meeting does: `OP_RETURN` and `OP_RETURN limit`. */
const meaningWeight = 0.6

/**
 * For each concept the others, nearest first, ties by position. Together: normalised pointwise mutual information over
 * passages (Bouma 2009: ln(p(ab)/p(a)p(b)) / −ln p(ab)), less for few passages. Cost: pairs in passages.
 */
export function relateConcepts({ mentions, concepts, passages, posts, vectors }: RelateInput): Relation[][] {
  const counts = new Float64Array(concepts)
  for (const concept of mentions.concept) counts[concept] = (counts[concept] as number) + 1
  const meet = createMeetingCounter(mentions, concepts)
  const partners = listPartners(posts)
  const explained = new Set(partners.keys())
  const needed = passages < smallLibrary.passages ? smallLibrary.minTogether : minTogether
  const relations = Array.from({ length: concepts }, (): Relation[] => [])
  for (let a = 0; a < concepts; a++) {
    const { others, count } = meet(a)
    const samePost = partners.get(a)
    for (const b of samePost ? new Set([...others, ...explained]) : others) {
      if (b <= a) continue
      const n = count(b)
      if (n < needed && !(samePost && explained.has(b))) continue
      const isSamePost = samePost?.has(b) ?? false
      const [score, reason] = measure(
        { n, needed, countA: counts[a] ?? 0, countB: counts[b] ?? 0, passages },
        isSamePost,
        () => cosine(vectors[a], vectors[b]),
      )
      if (score <= 0) continue
      keepNearest(relations[a] as Relation[], { concept: b, score, reason, passages: n, example: null })
      keepNearest(relations[b] as Relation[], { concept: a, score, reason, passages: n, example: null })
    }
  }
  chooseExamples(relations, mentions)
  return relations
}

/** Frequent concepts meet most of the others: sorting all of them would cost more than counting. */
function keepNearest(nearest: Relation[], relation: Relation): void {
  const last = nearest[maxRelations - 1]
  if (last && isNearer(last, relation)) return
  let place = Math.min(nearest.length, maxRelations - 1)
  for (; place > 0 && isNearer(relation, nearest[place - 1] as Relation); place--)
    nearest[place] = nearest[place - 1] as Relation
  nearest[place] = relation
}

const isNearer = (a: Relation, b: Relation): boolean =>
  a.score > b.score || (a.score === b.score && a.concept < b.concept)

/** Concept that posts explain → those that the same posts explain. */
function listPartners(posts: RelateInput['posts']): Map<number, ReadonlySet<number>> {
  const partners = new Map<number, Set<number>>()
  for (const members of posts)
    for (const member of members) partners.set(member, new Set([...(partners.get(member) ?? []), ...members]))
  return partners
}

interface Meeting {
  n: number
  needed: number
  countA: number
  countB: number
  passages: number
}

function measure(
  { n, needed, countA, countB, passages }: Meeting,
  isSamePost: boolean,
  likeness: () => number,
): [number, RelationReason] {
  // Two that are in every passage tell nothing of each other, and the formula divides by zero.
  const information =
    n < needed || n >= passages ? 0 : Math.log((n * passages) / (countA * countB)) / -Math.log(n / passages)
  const together = Math.max(0, information) * Math.min(1, Math.log(1 + n) / Math.log(1 + 4 * needed))
  const post = isSamePost ? samePostScore : 0
  const cosines = likeness()
  const meaning = cosines < nearMeaning ? 0 : (meaningWeight * (cosines - nearMeaning)) / (1 - nearMeaning)
  const best = Math.max(together, post, meaning)
  const reason: RelationReason = best === together ? 'together' : best === post ? 'post' : 'meaning'
  return [roundScore(Math.min(1, best + 0.1 * (together + post + meaning - best))), reason]
}

/** Finer differences come and go with every document: they are no reason to write a concept anew. */
const roundScore = (score: number): number => Math.round(score * 100) / 100

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) return 0
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
