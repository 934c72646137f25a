import { conceptKey } from '../concept-key.js'
import { minExplanation } from './choose-statements.js'
import type { MentionPlace, MentionTable } from './mention-table.js'

/** Which concepts are used to explain another one. */

export interface Requirement {
  /** Position of the concept that comes first. */
  concept: number
  /** Explanations that use it. */
  support: number
  evidence: { documentId: string; passageId: string }[]
}

export interface ExplainedConcept {
  /** Keys of its names. */
  keys: readonly string[]
  /** A word of everyday English: `format`, `input`. */
  isUsual: boolean
  /** It is needed for nothing and needs nothing. */
  hidden: boolean
}

export interface PrerequisiteInput {
  mentions: MentionTable
  concepts: readonly ExplainedConcept[]
  /** Passages of the library. */
  passages: number
  /** The words of a mention that explain its concept; written when a section is there to explain it. */
  explanationAt(mention: number): { text: string; written: boolean }
}

/**
 * What an explanation weighs that uses the other concept near it or in its own words. Somebody who speaks names much that
 * explains nothing; a section means what it says, but for everyday words, and all of it where the other one has a section.
 */
const weights = { near: 1, said: 2, written: 3 }
/** `Cluster mempool` says by its name that it needs the mempool: any explanation is enough then. */
const namedAfter = 2
const needed = 3
const maxEvidence = 3
const maxRequirements = 6
/** It is used to explain the other at least this much more often than the other way round. */
const minAsymmetry = 2
/** What this share of all passages names explains nothing in particular. */
const everywhere = 0.08

/** Of two concepts: the mentions that explain the one in a passage that names the other. */
interface Use {
  explaining: number[]
  weight: number
  /** Of the best of them. */
  best: number
}

/**
 * For each concept those that its explanations use, that were there before it, that are spoken of no less widely, and that
 * do not themselves need it; best supported first. What is only spoken about, and what everybody says, must have been
 * explained before it, not just named. Cost: explanations × concepts of their passages.
 */
export function findPrerequisites(input: PrerequisiteInput): Requirement[][] {
  const { mentions, concepts, passages } = input
  const spread = measureSpread(mentions, concepts.length)
  const uses = collectUses(input)
  const isNamedAfter = (concept: number, other: number): boolean =>
    keysOf(concept).some((name) => keysOf(other).some((part) => name !== part && hasWords(` ${name} `, part)))
  const keysOf = (concept: number): readonly string[] => concepts[concept]?.keys ?? []
  const requirements = concepts.map((): (Requirement & { weight: number })[] => [])
  for (const [pair, { explaining, weight: used, best }] of uses) {
    const [dependent, concept] = [Math.floor(pair / concepts.length), pair % concepts.length]
    const isItsName = used < needed && isNamedAfter(dependent, concept)
    const weight = used + (isItsName ? namedAfter : 0)
    const reverse = uses.get(concept * concepts.length + dependent)?.weight ?? 0
    if (weight < needed || weight < minAsymmetry * reverse) continue
    if ((spread.counts[concept] as number) > everywhere * passages) continue
    if ((spread.documents[concept] as number) < (spread.documents[dependent] as number)) continue
    const isSureUse = best >= weights.written || isItsName
    const mustBeExplained = !isSureUse || (concepts[concept]?.isUsual ?? false)
    const before = (mustBeExplained ? spread.firstExplained : spread.firstNamed)[concept] as number
    if (before >= (spread.firstExplained[dependent] as number) || isNamedAfter(concept, dependent)) continue
    const evidence = chooseEvidence(explaining, mentions)
    requirements[dependent]?.push({ concept, support: explaining.length, evidence, weight })
  }
  return requirements.map((list) =>
    list
      .sort((a, b) => b.weight - a.weight || b.support - a.support || a.concept - b.concept)
      .slice(0, maxRequirements)
      .map(({ concept, support, evidence }) => ({ concept, support, evidence })),
  )
}

const isExplaining = (mentions: MentionTable, at: number): boolean =>
  (mentions.strength[at] as number) >= minExplanation

/** How widely each concept is spoken of, and from which place on. */
function measureSpread(mentions: MentionTable, total: number) {
  const { size, concept: concepts, place, places } = mentions
  const counts = new Float64Array(total)
  const documents = new Float64Array(total)
  const firstNamed = new Float64Array(total).fill(Infinity)
  const firstExplained = new Float64Array(total).fill(Infinity)
  const lastDocument = Array.from({ length: total }, () => '')
  for (let at = 0; at < size; at++) {
    const concept = concepts[at] as number
    const order = place[at] as number
    const { documentId } = places[order] as MentionPlace
    counts[concept] = (counts[concept] as number) + 1
    if (lastDocument[concept] !== documentId) documents[concept] = (documents[concept] as number) + 1
    lastDocument[concept] = documentId
    firstNamed[concept] = Math.min(firstNamed[concept] as number, order)
    if (isExplaining(mentions, at))
      firstExplained[concept] = Math.min(firstExplained[concept] as number, order)
  }
  return { counts, documents, firstNamed, firstExplained }
}

/** By pair, as one number: position of the one that is explained × how many there are + position of the other. */
function collectUses({ mentions, concepts, explanationAt }: PrerequisiteInput): Map<number, Use> {
  const { size, concept: conceptAt, place, starts } = mentions
  const explanations: { at: number; text: string; written: boolean }[] = []
  const hasSection = new Set<number>()
  for (let at = 0; at < size; at++) {
    const concept = conceptAt[at] as number
    if (!isExplaining(mentions, at) || concepts[concept]?.hidden) continue
    const { text, written } = explanationAt(at)
    explanations.push({ at, text: ` ${conceptKey(text)} `, written })
    if (written) hasSection.add(concept)
  }
  const uses = new Map<number, Use>()
  for (const { at, text, written } of explanations) {
    const order = place[at] as number
    for (let beside = starts[order] as number; beside < (starts[order + 1] as number); beside++) {
      const other = conceptAt[beside] as number
      if (beside === at || concepts[other]?.hidden) continue
      const isSaid = concepts[other]?.keys.some((key) => hasWords(text, key)) ?? false
      const isMeant = written && (hasSection.has(other) || (isSaid && !concepts[other]?.isUsual))
      const weight = isMeant ? weights.written : isSaid ? weights.said : weights.near
      const pair = (conceptAt[at] as number) * concepts.length + other
      const use = uses.get(pair)
      if (use) {
        use.explaining.push(at)
        use.weight += weight
        use.best = Math.max(use.best, weight)
      } else uses.set(pair, { explaining: [at], weight, best: weight })
    }
  }
  return uses
}

/** @param text keys, a space around each */
const hasWords = (text: string, key: string): boolean => text.includes(` ${key} `)

const chooseEvidence = (
  explaining: readonly number[],
  { quality, place, places }: MentionTable,
): Requirement['evidence'] =>
  explaining
    .map((at) => ({ quality: quality[at] as number, ...(places[place[at] as number] as MentionPlace) }))
    .sort((a, b) => b.quality - a.quality || (a.documentId < b.documentId ? -1 : 1) || a.ordinal - b.ordinal)
    .slice(0, maxEvidence)
    .map(({ documentId, passageId }) => ({ documentId, passageId }))
