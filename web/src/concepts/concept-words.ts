import type { Concept, DocumentConcepts } from '../../../client/index.js'
import { countOf } from '../words.js'

/** What a concept is to others, in words. */

type Relation = Pick<Concept['related'][number], 'reason' | 'passages'>

/** Why two concepts belong together: `said together in 12 passages`. */
export function describeRelation({ reason, passages }: Relation): string {
  const together = `together in ${countOf(passages, 'passage')}`
  switch (reason) {
    case 'together':
      return passages === 0 ? 'said together' : `said ${together}`
    case 'post':
      return passages === 0 ? 'explained in the same post' : `explained in the same post, ${together}`
    case 'meaning':
      return passages === 0 ? 'alike in meaning' : `alike in meaning, ${together}`
  }
}

/** `214 mentions in 31 documents`. */
export const describeCounts = ({ mentions, documents }: { mentions: number; documents: number }): string =>
  `${countOf(mentions, 'mention')} in ${countOf(documents, 'document')}`

/** More names than this are not listened to. */
const maxNamed = 4

/** A node of the map for those who hear it: `Taproot, 214 mentions, related to MuSig, Schnorr and 3 more`. */
export function describeNode(name: string, mentions: number, related: readonly string[]): string {
  const counted = `${name}, ${countOf(mentions, 'mention')}`
  if (related.length === 0) return `${counted}, related to none of those shown`
  const further = related.length - maxNamed
  const named = related.slice(0, maxNamed)
  const listed = further > 0 ? [...named, `${further.toLocaleString('en')} more`] : named
  return `${counted}, related to ${new Intl.ListFormat('en').format(listed)}`
}

type Person = DocumentConcepts['people'][number]

/** What somebody is to a document: `guest`, `mentioned 12 times`. */
export function describePerson({ role, count }: Pick<Person, 'role' | 'count'>): string {
  if (role === 'mentioned') return count > 1 ? `mentioned ${count.toLocaleString('en')} times` : 'mentioned'
  return role
}
