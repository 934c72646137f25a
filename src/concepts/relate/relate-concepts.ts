import type { RelationReason } from '../../domain/concept.js'
import { chooseExamples } from './choose-examples.js'
import { createCosines } from './cosines.js'
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
/** A concept with fewer relations than this has those too that may be chance, where chance is improbable. */
const fewRelations = 4
/** Two meetings tell something where by their counts no more are to be expected than this; one does of names that are alike. */
const maxExpected = 0.1
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
  const weak = Array.from({ length: concepts }, (): Relation[] => [])
  const cosine = createCosines(vectors)
  const relate = (kept: readonly Relation[][], a: number, b: number, n: number, cosines: number): void => {
    const meeting = { n, needed, countA: counts[a] as number, countB: counts[b] as number, passages }
    const [score, reason] = measure(meeting, partners.get(a)?.has(b) ?? false, cosines)
    if (score <= 0) return
    const [ofA, ofB] = [kept[a] as Relation[], kept[b] as Relation[]]
    if (isAmongNearest(ofA, b, score)) insert(ofA, { concept: b, score, reason, passages: n, example: null })
    if (isAmongNearest(ofB, a, score)) insert(ofB, { concept: a, score, reason, passages: n, example: null })
  }
  const isAlone = (concept: number): boolean => (relations[concept] as Relation[]).length < fewRelations
  const chances: (readonly [a: number, b: number, passages: number])[] = []
  for (let a = 0; a < concepts; a++) {
    const { others, count } = meet(a)
    const samePost = partners.get(a)
    for (const b of samePost ? [...new Set([...others, ...explained])] : others) {
      if (b <= a) continue
      const n = count(b)
      if (n >= needed || (samePost && explained.has(b))) relate(relations, a, b, n, cosine(a, b))
      else if (
        isImprobable(n, (counts[a] as number) * (counts[b] as number), passages) &&
        (isAlone(a) || isAlone(b))
      )
        chances.push([a, b, n])
    }
  }
  for (const [a, b, n] of chances) {
    if (!isAlone(a) && !isAlone(b)) continue
    const cosines = cosine(a, b)
    if (n > 1 || cosines >= nearMeaning) relate(weak, a, b, n, cosines)
  }
  for (const [concept, own] of relations.entries())
    for (const relation of (weak[concept] as Relation[]).slice(0, Math.max(0, fewRelations - own.length)))
      insert(own, relation)
  chooseExamples(relations, mentions)
  return relations
}

/** Frequent concepts meet most of the others: sorting all of them would cost more than counting. */
function isAmongNearest(nearest: readonly Relation[], concept: number, score: number): boolean {
  const last = nearest[maxRelations - 1]
  return !last || score > last.score || (score === last.score && concept < last.concept)
}

/** @param relation among the nearest */
function insert(nearest: Relation[], relation: Relation): void {
  const { score, concept } = relation
  let place = Math.min(nearest.length, maxRelations - 1)
  for (; place > 0; place--) {
    const before = nearest[place - 1] as Relation
    if (before.score > score || (before.score === score && before.concept < concept)) break
    nearest[place] = before
  }
  nearest[place] = relation
}

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

/** One or two meetings of concepts that are named so seldom that they would hardly meet by chance. */
const isImprobable = (n: number, counts: number, passages: number): boolean =>
  n > 0 && counts <= maxExpected * passages

function measure(
  { n, needed, countA, countB, passages }: Meeting,
  isSamePost: boolean,
  cosines: number,
): [number, RelationReason] {
  // Two that are in every passage tell nothing of each other, and the formula divides by zero.
  const information =
    n === 0 || n >= passages ? 0 : Math.log((n * passages) / (countA * countB)) / -Math.log(n / passages)
  const together = Math.max(0, information) * Math.min(1, Math.log(1 + n) / Math.log(1 + 4 * needed))
  const post = isSamePost ? samePostScore : 0
  const meaning = cosines < nearMeaning ? 0 : (meaningWeight * (cosines - nearMeaning)) / (1 - nearMeaning)
  const best = Math.max(together, post, meaning)
  const reason: RelationReason = best === together ? 'together' : best === post ? 'post' : 'meaning'
  return [roundScore(Math.min(1, best + 0.1 * (together + post + meaning - best))), reason]
}

/** Finer differences come and go with every document: they are no reason to write a concept anew. */
const roundScore = (score: number): number => Math.round(score * 100) / 100
