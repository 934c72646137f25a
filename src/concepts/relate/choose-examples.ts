import type { Mention } from './concept-mentions.js'
import { forEachPassage } from './meetings.js'
import type { Relation } from './relate-concepts.js'

/** Sets for each relation whose concepts meet the passage that is most about both; the earliest of equals. */
export function chooseExamples(
  relations: readonly Relation[][],
  mentions: readonly (readonly Mention[])[],
): void {
  const { all, concepts, focus, strength, from, to } = toColumns(mentions)
  const placesOf = relations.map((): number[] => [])
  for (const [place, concept] of concepts.entries()) placesOf[concept]?.push(place)
  /** Of the concept looked at: concept → its relation to it, and how good its example is. */
  const relationTo: (Relation | undefined)[] = relations.map(() => undefined)
  const best = new Float64Array(relations.length)
  for (const [concept, places] of placesOf.entries()) {
    const met = (relations[concept] ?? []).filter(({ passages }) => passages > 0)
    for (const relation of met) {
      relationTo[relation.concept] = relation
      best[relation.concept] = -1
    }
    for (const place of met.length > 0 ? places : [])
      for (let other = from[place] as number; other < (to[place] as number); other++) {
        const relation = relationTo[concepts[other] as number]
        if (!relation) continue
        const score =
          (focus[place] as number) * (focus[other] as number) +
          0.1 * ((strength[place] as number) + (strength[other] as number))
        if (score <= (best[relation.concept] as number)) continue
        best[relation.concept] = score
        const { documentId, passageId } = all[place] as Mention
        relation.example = { documentId, passageId }
      }
    for (const relation of met) relationTo[relation.concept] = undefined
  }
}

/** Every mention is looked at once for each other of its passage: in columns that is ten times faster than by objects. */
function toColumns(mentions: readonly (readonly Mention[])[]) {
  const all = mentions.flat()
  const concepts = new Uint32Array(all.length)
  const focus = new Float64Array(all.length)
  const strength = new Float64Array(all.length)
  for (let at = 0; at < all.length; at++) {
    const mention = all[at] as Mention
    concepts[at] = mention.concept
    focus[at] = mention.focus
    strength[at] = mention.strength
  }
  const from = new Uint32Array(all.length)
  const to = new Uint32Array(all.length)
  let offset = 0
  let inDocument: readonly Mention[] | undefined
  forEachPassage(mentions, (document, first, end) => {
    if (inDocument && document !== inDocument) offset += inDocument.length
    inDocument = document
    from.fill(offset + first, offset + first, offset + end)
    to.fill(offset + end, offset + first, offset + end)
  })
  return { all, from, to, concepts, focus, strength }
}
