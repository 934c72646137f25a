import { groupItems, type MentionPlace, type MentionTable } from './mention-table.js'
import type { Relation } from './relate-concepts.js'

/** An example that is shown for another relation already is worth this much: another one would tell more. */
const repeated = 0.5
/** Places that are compared for each relation, best first. */
const maxCompared = 4

interface Candidate {
  place: number
  score: number
}

/**
 * Sets for each relation whose concepts meet the passage that is most about both, the earliest of equals; for the next
 * ones of a concept rather one that was not shown.
 */
export function chooseExamples(relations: readonly Relation[][], table: MentionTable): void {
  const { concept: concepts, focus, strength, place, places, starts } = table
  const ofConcept = groupItems(concepts, relations.length)
  /** Of the concept looked at: concept → the best places of its relation to it. */
  const best: (Candidate[] | undefined)[] = relations.map(() => undefined)
  for (const [concept, list] of relations.entries()) {
    const met = list.filter(({ passages }) => passages > 0)
    if (met.length === 0) continue
    for (const relation of met) best[relation.concept] = []
    for (
      let item = ofConcept.starts[concept] as number;
      item < (ofConcept.starts[concept + 1] as number);
      item++
    ) {
      const own = ofConcept.items[item] as number
      const at = place[own] as number
      const [from, to] = [starts[at] as number, starts[at + 1] as number]
      for (let other = from; other < to; other++) {
        const candidates = best[concepts[other] as number]
        if (!candidates) continue
        const both = (focus[own] as number) * (focus[other] as number)
        const told = 0.1 * ((strength[own] as number) + (strength[other] as number))
        // What names everything is about nothing.
        keepBest(candidates, { place: at, score: (both + told) / Math.sqrt(to - from) })
      }
    }
    const shown = new Set<number>()
    for (const relation of met) {
      const chosen = chooseUnshown(best[relation.concept] ?? [], shown)
      best[relation.concept] = undefined
      if (chosen === undefined) continue
      shown.add(chosen)
      const { documentId, passageId } = places[chosen] as MentionPlace
      relation.example = { documentId, passageId }
    }
  }
}

function keepBest(candidates: Candidate[], candidate: Candidate): void {
  let at = candidates.length
  for (; at > 0 && candidate.score > (candidates[at - 1] as Candidate).score; at--);
  if (at >= maxCompared) return
  candidates.splice(at, 0, candidate)
  candidates.length = Math.min(candidates.length, maxCompared)
}

function chooseUnshown(candidates: readonly Candidate[], shown: ReadonlySet<number>): number | undefined {
  const worth = ({ place, score }: Candidate): number => (shown.has(place) ? repeated * score : score)
  let best: Candidate | undefined
  for (const candidate of candidates) if (!best || worth(candidate) > worth(best)) best = candidate
  return best?.place
}
