import { minExplanation } from './choose-statements.js'
import type { MentionPlace, MentionTable } from './mention-table.js'

/** Which concepts are used to explain another one. */

export interface Requirement {
  /** Position of the concept that comes first. */
  concept: number
  support: number
  evidence: { documentId: string; passageId: string }[]
}

/** Explanations that must use it: fewer show a habit of one speaker. */
const minSupport = 3
const maxEvidence = 3
const maxRequirements = 6
/** It is used to explain the other at least this much more often than the other way round. */
const minAsymmetry = 2
/** What this share of all passages names explains nothing in particular. */
const everywhere = 0.08

/**
 * For each concept those that its explanations use, that were explained before it, and that do not themselves need it;
 * best supported first.
 * @param total how many concepts there are
 * @param passages of the library
 */
export function findPrerequisites(
  { size, concept: concepts, strength, quality, place, places, starts }: MentionTable,
  total: number,
  passages: number,
): Requirement[][] {
  const counts = new Float64Array(total)
  const firstExplained = new Float64Array(total).fill(Infinity)
  /** Of two concepts, as one number, the mentions that explain the one in a passage that names the other. */
  const uses = new Map<number, number[]>()
  for (let at = 0; at < size; at++) {
    const concept = concepts[at] as number
    counts[concept] = (counts[concept] as number) + 1
    if ((strength[at] as number) < minExplanation) continue
    const order = place[at] as number
    firstExplained[concept] = Math.min(firstExplained[concept] as number, order)
    for (let other = starts[order] as number; other < (starts[order + 1] as number); other++) {
      if (other === at) continue
      const pair = concept * total + (concepts[other] as number)
      const known = uses.get(pair)
      if (known) known.push(at)
      else uses.set(pair, [at])
    }
  }
  const placeOf = (mention: number): MentionPlace => places[place[mention] as number] as MentionPlace
  const requirements = Array.from({ length: total }, (): Requirement[] => [])
  for (const [pair, explaining] of uses) {
    const support = explaining.length
    if (support < minSupport) continue
    const [dependent, used] = [Math.floor(pair / total), pair % total]
    const reverse = uses.get(used * total + dependent)?.length ?? 0
    const isBefore = (firstExplained[used] ?? Infinity) < (firstExplained[dependent] ?? Infinity)
    if (!isBefore || support < minAsymmetry * reverse) continue
    if ((counts[used] ?? 0) > everywhere * passages) continue
    requirements[dependent]?.push({
      concept: used,
      support,
      evidence: explaining
        .map((mention) => ({ quality: quality[mention] as number, ...placeOf(mention) }))
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
