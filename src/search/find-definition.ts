import type { StoredPassage } from '../catalog/catalog.js'
import { keyWords } from '../concepts/concept-key.js'
import type { NamedConcept } from '../concepts/find-concept-names.js'
import { measureDefinition, type NamePlace } from '../concepts/match/definition-strength.js'
import { analyzeQuery, type QueryTerm } from '../index/analyze.js'
import { tokenize } from '../index/tokenize.js'
import { wantsAnswer } from './is-question.js'
import { textsOf } from './sentence-texts.js'

/**
 * What a thing is, where a hit says so: the sentence nearest to `what is package relay?` is one that names it, and need
 * not say anything of it. Told by how sentences are built that explain, as the concepts are. Pure.
 */

/** Sentences [from, to) of a passage. */
export interface FoundDefinition {
  passage: StoredPassage
  from: number
  to: number
}

/**
 * Above that from which a passage counts as explaining (`minExplanation`): `an old idea called stealth addresses`, which
 * introduces a thing by its kind, has .62, and answers nobody.
 */
const minStrength = 0.65

/**
 * The library's own definition where a hit has it, else the sentence that explains most, of equals the first; null where
 * none explains.
 * @param passages of the hits, best first
 * @param names all that the thing is called
 * @param kept the library's best definition of it
 * @param isHeard whether what a sentence says counts, by its index
 */
export function findDefinition(
  passages: readonly StoredPassage[],
  names: readonly string[],
  kept: string | null,
  isHeard: (passage: StoredPassage, index: number) => boolean = () => true,
): FoundDefinition | null {
  const keys = [...new Map(names.map(keysOf).map((key) => [key.join(' '), key])).values()]
  let best: FoundDefinition | null = null
  let most = 0
  for (const passage of passages) {
    const texts = textsOf(passage)
    for (const [index, text] of texts.entries()) {
      const to = kept === null ? null : endOfKept(texts, index, kept, keys)
      const whole = to === null ? null : { passage, from: index, to }
      if (whole && isHeard(passage, firstStatement(whole))) return whole
      const strength = wantsAnswer(text) || !isHeard(passage, index) ? 0 : measureStrength(text, keys)
      if (strength >= minStrength && strength > most) {
        most = strength
        best = { passage, from: index, to: index + 1 }
      }
    }
  }
  return best
}

/**
 * Null where the definition does not begin here: `Right.`, with which it may begin, is said anywhere. One of a post may go
 * on in its next passage.
 */
function endOfKept(
  texts: readonly string[],
  from: number,
  kept: string,
  names: readonly (readonly string[])[],
): number | null {
  const first = texts[from] ?? ''
  if (first === '' || !kept.startsWith(first)) return null
  let to = from + 1
  let said = first
  // A definition has a few sentences at most.
  while (to < texts.length && kept.startsWith(`${said} ${texts[to] ?? ''}`)) said += ` ${texts[to++] ?? ''}`
  if (said === kept) return to
  const goesOnElsewhere = to === texts.length && !wantsAnswer(said) && findNames(said, names).length > 0
  return goesOnElsewhere ? to : null
}

/** Its first sentence that asks nothing: `What’s package relay? It’s the concept of …`. */
export function firstStatement({ passage, from, to }: FoundDefinition): number {
  const at = textsOf(passage)
    .slice(from, to)
    .findIndex((text) => !wantsAnswer(text))
  return at < 0 ? from : from + at
}

/** In words that carry a topic: `Stratum V2 is basically a different project` has three beside the name. */
const minSaid = 5

/** The thing is what the clause speaks of: `transaction malleability means that …`, `anchor outputs, which are …`. */
const goesOn =
  /^["”’')]{0,2}[,:]?["”’')]{0,2} (?:(?:basically|essentially|just|simply|really|actually|itself) ){0,2}(?:is|are|was|were|means?|refers?|stands?|which|where|allows?|lets?|enables?|works?|makes?|does|uses?|helps?|solves?|provides?|describes?)\b/iu

/** Whether a sentence speaks of the thing and not only names it, as `And you proposed package relay.` does. */
export function tellsOf(text: string, names: readonly string[]): boolean {
  const named = new Set(names.flatMap(keysOf))
  const said = analyzeQuery(text, ['en']).filter(({ word }) => !keysOf(word).every((key) => named.has(key)))
  return (
    said.length >= minSaid &&
    findNames(text, names.map(keysOf)).some(({ to }) => goesOn.test(text.slice(to, to + 40)))
  )
}

const measureStrength = (text: string, names: readonly (readonly string[])[]): number =>
  Math.max(0, ...findNames(text, names).map((place) => measureDefinition(text, place)))

const keysOf = (text: string): string[] => keyWords(text).map(({ key }) => key)

function findNames(text: string, names: readonly (readonly string[])[]): NamePlace[] {
  const words = keyWords(text)
  return names
    .filter((name) => name.length > 0)
    .flatMap((name) =>
      words.flatMap(({ from }, at) => {
        const last = words[at + name.length - 1]
        return last && name.every((key, step) => words[at + step]?.key === key) ? [{ from, to: last.to }] : []
      }),
    )
}

/**
 * What a subject of a question is called: as asked, as the index writes it otherwise (abbreviations and their long
 * forms), and as the concept of that name.
 * @param terms of the question, with the alternatives
 */
export function namesOfSubject(
  subject: string,
  terms: readonly QueryTerm[],
  concept: NamedConcept | null,
): string[] {
  const words = new Set(tokenize(subject).map(({ token }) => token))
  const typed = terms.filter(({ standsFor }) => standsFor === undefined)
  const positions = typed.flatMap(({ word }, at) => (words.has(word) ? [at] : []))
  const [first = -1] = positions
  const groups = new Map<number, string[]>()
  for (const { word, standsFor } of terms)
    if (standsFor?.from === first && standsFor.to === first + positions.length)
      groups.set(standsFor.group, [...(groups.get(standsFor.group) ?? []), word])
  return [subject, ...[...groups.values()].map((group) => group.join(' ')), ...(concept?.names ?? [])]
}
