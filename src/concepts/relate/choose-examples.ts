import { groupItems, type MentionPlace, type MentionTable } from './mention-table.js'
import type { Relation } from './relate-concepts.js'

/** Sets for each relation whose concepts meet the passage that is most about both; the earliest of equals. */
export function chooseExamples(relations: readonly Relation[][], table: MentionTable): void {
  const { concept: concepts, focus, strength, place, places, starts } = table
  const ofConcept = groupItems(concepts, relations.length)
  /** Of the concept looked at: concept → its relation to it, and how good its example is. */
  const relationTo: (Relation | undefined)[] = relations.map(() => undefined)
  const best = new Float64Array(relations.length)
  for (const [concept, list] of relations.entries()) {
    const met = list.filter(({ passages }) => passages > 0)
    if (met.length === 0) continue
    for (const relation of met) {
      relationTo[relation.concept] = relation
      best[relation.concept] = -1
    }
    for (
      let item = ofConcept.starts[concept] as number;
      item < (ofConcept.starts[concept + 1] as number);
      item++
    ) {
      const own = ofConcept.items[item] as number
      const at = place[own] as number
      for (let other = starts[at] as number; other < (starts[at + 1] as number); other++) {
        const relation = relationTo[concepts[other] as number]
        if (!relation) continue
        const score =
          (focus[own] as number) * (focus[other] as number) +
          0.1 * ((strength[own] as number) + (strength[other] as number))
        if (score <= (best[relation.concept] as number)) continue
        best[relation.concept] = score
        const { documentId, passageId } = places[at] as MentionPlace
        relation.example = { documentId, passageId }
      }
    }
    for (const relation of met) relationTo[relation.concept] = undefined
  }
}
