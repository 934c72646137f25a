import type { RelationReason } from '../../domain/concept.js'
import type { Mention } from './concept-mentions.js'

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
  /** Of each document; see `gatherMentions`. */
  mentions: readonly (readonly Mention[])[]
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
/** Concepts that a passage names are paired up to this many: a list of everything relates nothing. */
const maxPaired = 16
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
  const together = new Map<number, number>()
  const pairKey = (a: number, b: number) => (a < b ? a * concepts + b : b * concepts + a)
  forEachPassage(mentions, (inPassage) => {
    for (const { concept } of inPassage) counts[concept] = (counts[concept] ?? 0) + 1
    const paired = inPassage.length > maxPaired ? strongest(inPassage) : inPassage
    for (let i = 0; i < paired.length; i++)
      for (let j = i + 1; j < paired.length; j++) {
        const key = pairKey((paired[i] as Mention).concept, (paired[j] as Mention).concept)
        together.set(key, (together.get(key) ?? 0) + 1)
      }
  })
  const samePost = new Set(
    posts.flatMap((members) => members.flatMap((a, at) => members.slice(at + 1).map((b) => pairKey(a, b)))),
  )
  const explained = [...new Set(posts.flat())].sort((a, b) => a - b)
  const pairs = new Set([...together.keys(), ...samePost])
  for (const [at, a] of explained.entries()) for (const b of explained.slice(at + 1)) pairs.add(pairKey(a, b))

  const isExplained = new Uint8Array(concepts)
  for (const concept of explained) isExplained[concept] = 1
  const needed = passages < smallLibrary.passages ? smallLibrary.minTogether : minTogether
  const relations = Array.from({ length: concepts }, (): Relation[] => [])
  for (const key of pairs) {
    const [a, b] = [Math.floor(key / concepts), key % concepts]
    const n = together.get(key) ?? 0
    if (n < needed && !samePost.has(key) && !(isExplained[a] && isExplained[b])) continue
    const [score, reason] = measure(
      { n, needed, countA: counts[a] ?? 0, countB: counts[b] ?? 0, passages },
      samePost.has(key),
      () => cosine(vectors[a], vectors[b]),
    )
    if (score <= 0) continue
    const relation = { score, reason, passages: n, example: null }
    relations[a]?.push({ ...relation, concept: b })
    relations[b]?.push({ ...relation, concept: a })
  }
  const nearest = relations.map((list) =>
    list.sort((x, y) => y.score - x.score || x.concept - y.concept).slice(0, maxRelations),
  )
  return addExamples(nearest, mentions, concepts)
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

/** Mentions of one passage stand in a row. */
function forEachPassage(
  documents: RelateInput['mentions'],
  visit: (inPassage: readonly Mention[]) => void,
): void {
  for (const mentions of documents) {
    let from = 0
    for (let to = 1; to <= mentions.length; to++)
      if (mentions[to]?.ordinal !== mentions[from]?.ordinal) {
        visit(mentions.slice(from, to))
        from = to
      }
  }
}

const strongest = (inPassage: readonly Mention[]): Mention[] =>
  [...inPassage].sort((a, b) => b.focus - a.focus || a.concept - b.concept).slice(0, maxPaired)

/** The passage that is most about both. */
function addExamples(
  nearest: Relation[][],
  mentions: RelateInput['mentions'],
  concepts: number,
): Relation[][] {
  const wanted = new Map<number, Relation>()
  const isWanted = nearest.map(() => new Set<number>())
  for (const [concept, relations] of nearest.entries())
    for (const relation of relations)
      if (relation.passages > 0) {
        wanted.set(concept * concepts + relation.concept, relation)
        isWanted[concept]?.add(relation.concept)
      }
  const best = new Map<Relation, number>()
  forEachPassage(mentions, (inPassage) => {
    for (const a of inPassage) {
      const others = isWanted[a.concept]
      if (!others || others.size === 0) continue
      for (const b of inPassage) {
        if (!others.has(b.concept)) continue
        const relation = wanted.get(a.concept * concepts + b.concept)
        const score = a.focus * b.focus + 0.1 * (a.strength + b.strength)
        if (!relation || score <= (best.get(relation) ?? -1)) continue
        best.set(relation, score)
        relation.example = { documentId: a.documentId, passageId: a.passageId }
      }
    }
  })
  return nearest
}
