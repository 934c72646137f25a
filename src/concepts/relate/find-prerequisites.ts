import type { Mention } from './concept-mentions.js'
import { minExplanation } from './choose-statements.js'
import { forEachPassage } from './meetings.js'

/** Which concepts are used to explain another one. */

export interface Requirement {
  /** Position of the concept that comes first. */
  concept: number
  support: number
  evidence: { documentId: string; passageId: string }[]
}

/** Explanations that must use it: fewer show a habit of one speaker. */
export const minSupport = 3
const maxEvidence = 3
const maxRequirements = 6
/** It is used to explain the other at least this much more often than the other way round. */
const minAsymmetry = 2
/** What this share of all passages names explains nothing in particular. */
const everywhere = 0.08

/**
 * For each concept those that its explanations use, that were explained before it, and that do not themselves need it;
 * best supported first. @param mentions of each document by ordinal, documents by date
 * @param passages of the library
 */
export function findPrerequisites(
  mentions: readonly (readonly Mention[])[],
  concepts: number,
  passages: number,
): Requirement[][] {
  const counts = new Float64Array(concepts)
  const firstExplained = new Float64Array(concepts).fill(Infinity)
  const uses = new Map<number, { support: number; evidence: Mention[] }>()
  let order = 0
  forEachPassage(mentions, (inDocument, from, to) => {
    order++
    const inPassage = inDocument.slice(from, to)
    for (const mention of inPassage) {
      counts[mention.concept] = (counts[mention.concept] ?? 0) + 1
      if (mention.strength < minExplanation) continue
      firstExplained[mention.concept] = Math.min(firstExplained[mention.concept] ?? Infinity, order)
      for (const used of inPassage) {
        if (used.concept === mention.concept) continue
        const key = mention.concept * concepts + used.concept
        const use = uses.get(key) ?? { support: 0, evidence: [] }
        uses.set(key, use)
        use.support++
        use.evidence.push(mention)
      }
    }
  })
  const requirements = Array.from({ length: concepts }, (): Requirement[] => [])
  for (const [key, { support, evidence }] of uses) {
    const [dependent, used] = [Math.floor(key / concepts), key % concepts]
    const reverse = uses.get(used * concepts + dependent)?.support ?? 0
    const isBefore = (firstExplained[used] ?? Infinity) < (firstExplained[dependent] ?? Infinity)
    if (support < minSupport || !isBefore || support < minAsymmetry * reverse) continue
    if ((counts[used] ?? 0) > everywhere * passages) continue
    requirements[dependent]?.push({
      concept: used,
      support,
      evidence: evidence
        .sort(
          (a, b) => b.quality - a.quality || (a.documentId < b.documentId ? -1 : 1) || a.ordinal - b.ordinal,
        )
        .slice(0, maxEvidence)
        .map(({ documentId, passageId }) => ({ documentId, passageId })),
    })
  }
  return requirements.map((list) =>
    list.sort((a, b) => b.support - a.support || a.concept - b.concept).slice(0, maxRequirements),
  )
}
