import type { PersonMention } from '../domain/concept.js'
import { conceptKey } from './concept-key.js'
import type { DocumentEvidence } from './extract/evidence.js'
import { isVoiceLabel, type People } from './resolve/find-people.js'

/** Who speaks in a document, who wrote it, and of whom it speaks: each of them once, under the longest name. */

/**
 * Those whom the publisher names, in its order, those who are heard, then those who are only mentioned. `Aaron`, `Van Wirdum`
 * are Aaron van Wirdum where the document has one such name; labels of voices are nobody.
 */
export function listPeople(
  evidence: Pick<DocumentEvidence, 'documentId' | 'people' | 'mentioned' | 'called'> | undefined,
  { names }: Pick<People, 'names'>,
): PersonMention[] {
  if (!evidence) return []
  const { documentId, people, mentioned, called } = evidence
  const byKey = new Map<string, PersonMention>()
  for (const person of people.filter(({ name }) => !isVoiceLabel(name))) {
    const key = conceptKey(person.name) || person.name
    const known = byKey.get(key)
    if (!known) byKey.set(key, { ...person, documentId })
    else {
      // A publisher may name somebody twice, or otherwise than the transcript.
      known.count = Math.max(known.count, person.count)
      if (known.role === 'speaker') known.role = person.role
    }
  }
  const counts = new Map([
    ...called.map(({ key, addressed, speaking }) => [key, addressed + speaking] as const),
    ...mentioned.map(({ key, count }) => [key, count] as const),
  ])
  for (const [key, count] of counts)
    if (count > 0 && names.has(key) && !byKey.has(key))
      byKey.set(key, { name: names.get(key) ?? key, documentId, role: 'mentioned', count })
  return joinParts(byKey)
}

/** By key; what is said of a part of a name is said of the one whose name it is, unless several have it. */
function joinParts(byKey: ReadonlyMap<string, PersonMention>): PersonMention[] {
  const joined = new Map(byKey)
  for (const [key, person] of byKey) {
    const whole = [...byKey.keys()].filter((other) => other !== key && ` ${other} `.includes(` ${key} `))
    const longest = whole.reduce((best, other) => (other.length > best.length ? other : best), '')
    // `Flores` is in `Gustavo Flores`, which is in `Gustavo Flores Echaiz`.
    if (longest === '' || !whole.every((other) => ` ${longest} `.includes(` ${other} `))) continue
    const kept = byKey.get(longest)
    // Whoever is heard is no mere mention of somebody else.
    if (!kept || (kept.role === 'mentioned' && person.role !== 'mentioned')) continue
    if (person.role !== 'mentioned') kept.count += person.count
    joined.delete(key)
  }
  return [...joined.values()]
}
