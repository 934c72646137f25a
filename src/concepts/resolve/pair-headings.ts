import { keysOfNamed, type NamedConcept } from '../extract/evidence.js'
import type { NamePair } from './group-names.js'

/** Where a document names something by its form. */
export interface NamedPlace {
  documentId: string
  named: NamedConcept
  /** Its place among the names of the heading. */
  position: number
}

/**
 * Names of one heading belong together; headings of one post do not, nor does a name that heads a section elsewhere.
 * Two headings of one post may be one only where the library says that one abbreviates the other.
 * @param alone keys that are paired with nothing
 */
export function pairHeadings(
  named: ReadonlyMap<string, NamedPlace[]>,
  abbreviations: readonly NamePair[],
  alone: ReadonlySet<string>,
): { pairs: NamePair[]; apart: NamePair[] } {
  const heads = new Set<string>()
  const ofDocument = new Map<string, Set<string>>()
  for (const [key, places] of named)
    for (const { documentId, named: each, position } of places)
      if (each.sure && position === 0) {
        heads.add(key)
        ofDocument.set(documentId, (ofDocument.get(documentId) ?? new Set()).add(key))
      }
  const pairs: NamePair[] = []
  for (const [key, places] of named)
    for (const { named: each, position } of places) {
      if (!each.sure || position === 0 || heads.has(key) || alone.has(key)) continue
      const others = keysOfNamed(each)
      // Without its head, the other names of a heading still belong together.
      const first = others.find((other, at) => !alone.has(other) && (at === 0 || !heads.has(other)))
      if (first !== undefined && first !== key) pairs.push({ a: first, b: key })
    }
  const said = new Set(abbreviations.flatMap(({ a, b }) => [`${a}\n${b}`, `${b}\n${a}`]))
  const apart = [...ofDocument.values()].flatMap((keys) => {
    const all = [...keys]
    return all.flatMap((a, at) =>
      all.slice(at + 1).flatMap((b) => (said.has(`${a}\n${b}`) ? [] : [{ a, b }])),
    )
  })
  return { pairs, apart }
}
