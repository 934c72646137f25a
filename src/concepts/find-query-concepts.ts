import type { ConceptStore, ConceptSummary } from '../catalog/concept-store.js'
import type { ConceptMention } from '../domain/concept.js'
import { keyWords } from './concept-key.js'
import { weighMention } from './document-concepts.js'

/** Which concepts go with a search: those that it names, those of its best hits, those of each hit. */

export interface ConceptName {
  slug: string
  name: string
}

export interface ConceptBrief extends ConceptName {
  /** Text of the best definition. */
  definition: string | null
}

export interface ResultConcepts {
  /** Of the query, then of its best hits. */
  concepts: ConceptBrief[]
  /** Passage id → those that it is most about. */
  ofPassage: ReadonlyMap<string, ConceptName[]>
}

export interface ResultConceptDependencies {
  catalog: Pick<ConceptStore, 'findConceptsByKey' | 'findMentionsIn' | 'findConceptSummaries'>
  /** Of the library: what is in all of them tells nothing. */
  passageCount: () => Promise<number>
}

export const noConcepts: ResultConcepts = { concepts: [], ofPassage: new Map() }

const maxConcepts = 8
const maxConceptsOfHit = 4
/** In words. */
const longestName = 6
/** Words of the query that are looked up: pasted text names its concepts early. */
const maxQueryWords = 200

/**
 * @param question what is asked, without operators; null for the concepts of each hit alone
 * @param passageIds of the hits, best first
 * @param options.hitsRead how many of them say what it is about
 */
export async function findResultConcepts(
  question: string | null,
  passageIds: readonly string[],
  { catalog, passageCount }: ResultConceptDependencies,
  { hitsRead = 10 } = {},
): Promise<ResultConcepts> {
  const [named, mentions, passages] = await Promise.all([
    question === null ? [] : findNamedConcepts(question, catalog),
    catalog.findMentionsIn(passageIds),
    passageCount(),
  ])
  const slugs = [...new Set([...named, ...mentions.map(({ slug }) => slug)])]
  const summaries = await catalog.findConceptSummaries(slugs)
  // A name that a user split off is one, even where nothing mentions it.
  const mentioned = summaries.filter(({ mentionCount }) => mentionCount > 0)
  const summaryOf = new Map(mentioned.map((summary) => [summary.slug, summary]))
  const valueOf = (slug: string) => measureValue(summaryOf.get(slug), passages)
  const ofHits = question === null ? [] : rankHitConcepts(mentions, passageIds.slice(0, hitsRead), valueOf)
  const chosen = [...new Set([...named, ...ofHits])].flatMap((slug) => summaryOf.get(slug) ?? [])
  return {
    concepts: chosen.slice(0, maxConcepts).map(({ slug, name, definition }) => ({ slug, name, definition })),
    ofPassage: chooseConceptsOfPassages(mentions, summaryOf, valueOf),
  }
}

/** Slugs: the longest names first, in the order of the text; a word is part of one name at most. */
export async function findNamedConcepts(
  text: string,
  catalog: Pick<ConceptStore, 'findConceptsByKey'>,
): Promise<string[]> {
  const words = keyWords(text)
    .slice(0, maxQueryWords)
    .map(({ key }) => key)
  const candidates = Array.from({ length: longestName }, (_, at) => longestName - at).flatMap((length) =>
    Array.from({ length: Math.max(0, words.length - length + 1) }, (_, from) => ({
      from,
      to: from + length,
      key: words.slice(from, from + length).join(' '),
    })),
  )
  if (candidates.length === 0) return []
  const slugOf = await catalog.findConceptsByKey([...new Set(candidates.map(({ key }) => key))])
  const taken = new Set<number>()
  const slugs = new Set<string>()
  for (const { from, to, key } of candidates) {
    const slug = slugOf.get(key)
    const positions = Array.from({ length: to - from }, (_, at) => from + at)
    if (slug === undefined || positions.some((at) => taken.has(at))) continue
    slugs.add(slug)
    for (const at of positions) taken.add(at)
  }
  return [...slugs]
}

/**
 * What naming a concept tells: its score × its inverse document frequency over passages, ln((N + 1) / mentions), which is
 * more than 0. Without the score, rare words that are hardly concepts come before those that are.
 */
function measureValue(summary: ConceptSummary | undefined, passages: number): number {
  if (!summary) return 0
  const mentions = Math.max(1, summary.mentionCount)
  return summary.score * Math.log((Math.max(passages, mentions) + 1) / mentions)
}

/** Slugs by Σ over hits of weight × value / rank, from 1; ties by slug. */
function rankHitConcepts(
  mentions: readonly ConceptMention[],
  passageIds: readonly string[],
  valueOf: (slug: string) => number,
): string[] {
  const rankOf = new Map(passageIds.map((passageId, at) => [passageId, at + 1]))
  const scores = new Map<string, number>()
  for (const mention of mentions) {
    const rank = rankOf.get(mention.passageId)
    if (rank === undefined) continue
    const score = (weighMention(mention) * valueOf(mention.slug)) / rank
    scores.set(mention.slug, (scores.get(mention.slug) ?? 0) + score)
  }
  return [...scores].sort(compareScored).map(([slug]) => slug)
}

function chooseConceptsOfPassages(
  mentions: readonly ConceptMention[],
  summaryOf: ReadonlyMap<string, ConceptSummary>,
  valueOf: (slug: string) => number,
): Map<string, ConceptName[]> {
  const scoresOf = new Map<string, [string, number][]>()
  for (const mention of mentions) {
    const scores = scoresOf.get(mention.passageId) ?? []
    scores.push([mention.slug, weighMention(mention) * valueOf(mention.slug)])
    scoresOf.set(mention.passageId, scores)
  }
  return new Map(
    [...scoresOf].map(([passageId, scores]) => [
      passageId,
      scores
        .sort(compareScored)
        .flatMap(([slug]) => summaryOf.get(slug) ?? [])
        .slice(0, maxConceptsOfHit)
        .map(({ slug, name }) => ({ slug, name })),
    ]),
  )
}

const compareScored = ([slugA, a]: [string, number], [slugB, b]: [string, number]): number =>
  b - a || (slugA < slugB ? -1 : 1)
