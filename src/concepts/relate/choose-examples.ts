import { groupItems, type MentionPlace, type MentionTable } from './mention-table.js'
import type { Relation } from './relate-concepts.js'

/** An example that is shown for another relation already is worth this much: another one would tell more. */
const repeated = 0.5
/** Places that are compared for each relation, best first. */
const maxCompared = 4

/**
 * Sets for each relation whose concepts meet the passage that is most about both, the earliest of equals; for the next
 * ones of a concept rather one that was not shown.
 */
export function chooseExamples(relations: readonly Relation[][], table: MentionTable): void {
  const { concept: concepts, focus, strength, place, places, starts } = table
  const ofConcept = groupItems(concepts, relations.length)
  const partners = listPartners(relations)
  /** Of each concept the best places of its relations to those after it. */
  const best = partners.map((list) => new BestPlaces(list.length))
  /** Of the concept looked at: other one → one more than its place among the partners; 0 for no partner. */
  const slots = new Uint32Array(relations.length)
  for (const [concept, list] of partners.entries()) {
    if (list.length === 0) continue
    const own = best[concept] as BestPlaces
    for (const [slot, other] of list.entries()) slots[other] = slot + 1
    const last = ofConcept.starts[concept + 1] as number
    for (let item = ofConcept.starts[concept] as number; item < last; item++) {
      const at = ofConcept.items[item] as number
      const where = place[at] as number
      const [from, to] = [starts[where] as number, starts[where + 1] as number]
      for (let other = at + 1; other < to; other++) {
        const slot = slots[concepts[other] as number] as number
        if (slot === 0) continue
        const both = (focus[at] as number) * (focus[other] as number)
        const told = 0.1 * ((strength[at] as number) + (strength[other] as number))
        // What names everything is about nothing.
        own.add(slot - 1, where, (both + told) / Math.sqrt(to - from))
      }
    }
    for (const other of list) slots[other] = 0
  }
  for (const [concept, list] of relations.entries()) {
    const shown = new Set<number>()
    for (const relation of list.filter(({ passages }) => passages > 0)) {
      const [a, b] = concept < relation.concept ? [concept, relation.concept] : [relation.concept, concept]
      const chosen = (best[a] as BestPlaces).choose((partners[a] as number[]).indexOf(b), shown)
      if (chosen === null) continue
      shown.add(chosen)
      const { documentId, passageId } = places[chosen] as MentionPlace
      relation.example = { documentId, passageId }
    }
  }
}

/** Of each concept those after it that it meets and is related to, or they to it: both have the same places. */
function listPartners(relations: readonly Relation[][]): number[][] {
  const partners = relations.map(() => new Set<number>())
  for (const [concept, list] of relations.entries())
    for (const { concept: other, passages } of list)
      if (passages > 0) partners[Math.min(concept, other)]?.add(Math.max(concept, other))
  return partners.map((others) => [...others])
}

/** The best places of some relations, best first, then in the order they were added. In columns: most that are added are not kept. */
class BestPlaces {
  readonly #scores: Float64Array
  readonly #places: Uint32Array
  readonly #sizes: Uint8Array

  constructor(relations: number) {
    this.#scores = new Float64Array(relations * maxCompared)
    this.#places = new Uint32Array(relations * maxCompared)
    this.#sizes = new Uint8Array(relations)
  }

  add(relation: number, place: number, score: number): void {
    const first = relation * maxCompared
    const size = this.#sizes[relation] as number
    let at = first + size
    if (size === maxCompared) {
      if (score <= (this.#scores[at - 1] as number)) return
      at--
    } else this.#sizes[relation] = size + 1
    for (; at > first && score > (this.#scores[at - 1] as number); at--) {
      this.#scores[at] = this.#scores[at - 1] as number
      this.#places[at] = this.#places[at - 1] as number
    }
    this.#scores[at] = score
    this.#places[at] = place
  }

  /** Null without any. @param shown those that are worth less */
  choose(relation: number, shown: ReadonlySet<number>): number | null {
    let best: number | null = null
    let bestWorth = 0
    const first = relation * maxCompared
    for (let at = first; at < first + (this.#sizes[relation] as number); at++) {
      const place = this.#places[at] as number
      const worth = (this.#scores[at] as number) * (shown.has(place) ? repeated : 1)
      if (best !== null && worth <= bestWorth) continue
      best = place
      bestWorth = worth
    }
    return best
  }
}
