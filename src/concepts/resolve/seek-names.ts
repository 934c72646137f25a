import { keyWords } from '../concept-key.js'
import type { SoughtName } from '../match/name-matcher.js'
import type { GeneralEnglish } from './general-english.js'
import type { ResolvedConcept } from './resolve-concepts.js'
import { isTelling, sectionsOf } from './telling-words.js'
import type { TermTable } from './term-table.js'

/** How the names of concepts are to be looked for, so that a word of everyday English is not taken for an idea. */

/** From this Zipf frequency on a word is said everywhere. */
const everydayWord = 4
/** A word that is usual in small letters too. */
const usualWord = 3
/** `protocol`, `template` and `code`, but neither `covenant` nor `vault`. */
const usualOutside = 3.8
const mostlyCapital = 0.8

export function seekNames(
  concepts: readonly ResolvedConcept[],
  table: TermTable,
  english: GeneralEnglish,
): SoughtName[] {
  return concepts.flatMap((concept) => {
    const texts = new Map([concept.name, ...concept.aliases].map((text) => [text.toLowerCase(), text]))
    const sections = sectionsOf(concept, english)
    return concept.keys.map((key) => ({
      key,
      needsCapital: needsCapital(key, { texts, table, english }),
      isUsual: isUsual(key, english),
      context: contextOf(key, concept, english),
      sections,
    }))
  })
}

/** What every document of a source says is found whole, so that nothing is found inside; no concept has it. */
export const seekForms = (forms: readonly string[]): SoughtName[] =>
  forms.map((key) => ({ key, needsCapital: false, isUsual: false, context: null, sections: [] }))

/** A word that is said outside the field too. */
export const isUsual = (key: string, english: GeneralEnglish): boolean =>
  !key.includes(' ') && english.frequency(key) >= usualOutside

interface Knowledge {
  table: TermTable
  english: GeneralEnglish
}

/** `RAG`, `SAM`, `ACT`: written in capitals here, and a word otherwise. */
function needsCapital(
  key: string,
  { texts, table, english }: Knowledge & { texts: ReadonlyMap<string, string> },
): boolean {
  if (key.includes(' ') || english.frequency(key) < usualWord) return false
  const term = table.get(key)
  if (term && term.inside > 0) return term.capital / term.inside >= mostlyCapital
  return /^\p{Lu}{2,}$/u.test(texts.get(key) ?? '')
}

/** Words of the sections that explain it, for a name that its own posts give to an everyday word and talk does not. */
function contextOf(
  key: string,
  { named }: ResolvedConcept,
  english: GeneralEnglish,
): ReadonlySet<string> | null {
  if (key.includes(' ') || english.frequency(key) < everydayWord) return null
  const sections = named.filter((place) => place.named.sure)
  if (sections.length === 0) return null
  const texts = sections.flatMap(({ named: { definition, analogy, names } }) => [
    definition,
    analogy,
    ...names,
  ])
  const words = new Set(texts.flatMap((text) => keyWords(text).map((word) => word.key)))
  return new Set([...words].filter((word) => isTelling(word, english)))
}

/** Key → how it is looked for, as text: with another one its passages are looked through again. */
export const describeSought = (sought: readonly SoughtName[]): Map<string, string> =>
  new Map(
    sought.map(({ key, needsCapital, context, sections }) => [
      key,
      [
        needsCapital,
        ...[context ?? new Set<string>(), ...sections].map((words) => [...words.keys()].sort().join(' ')),
      ]
        .join('\n')
        .trimEnd(),
    ]),
  )
