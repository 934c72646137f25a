import type { StoredPassage } from '../../catalog/catalog.js'
import type { Document } from '../../domain/document.js'
import { findLongForm, findShortForms } from '../../index/find-abbreviations.js'
import { matchInitials, splitWords } from '../../index/match-abbreviation.js'
import { conceptKey } from '../concept-key.js'
import { keysOfNamed, type AbbreviationCount, type NamedConcept } from './evidence.js'
import { readHeadingNames } from './heading-names.js'

/** Two letters are the initials of too much. */
const minLetters = 3
/** A heading of more words is a sentence. */
const maxWords = 6

/**
 * Headings of a post that spell out a short form which it uses without saying what it stands for: a section `Mean
 * Reciprocal Rank` whose text speaks of the MRR. The initials of the whole heading have to be the short form, and the
 * heading has to name something: a concept, or a phrase that is counted. A short form that two headings spell out
 * stands for neither.
 */
export function findSpelledHeadings(
  { kind, sections, tags }: Document,
  passages: readonly Pick<StoredPassage, 'text'>[],
  { named, isPhrase }: { named: readonly NamedConcept[]; isPhrase: (key: string) => boolean },
): AbbreviationCount[] {
  if (kind !== 'post') return []
  const heads = new Set(named.flatMap((each) => (each.anchor === null ? [] : keysOfNamed(each))))
  const longs = new Map<string, string>()
  for (const { heading } of sections) {
    const [name = ''] = readHeadingNames(heading)
    const key = conceptKey(name)
    const words = key.split(' ').length
    if (words > 1 && words <= maxWords && (heads.has(key) || isPhrase(key)) && !longs.has(key))
      longs.set(key, name)
  }
  if (longs.size === 0) return []
  const split = [...longs.values()].map((long) => ({ long, words: splitWords(long) }))
  const shorts = new Map(
    [...passages.map(({ text }) => text), ...tags].flatMap((text) => [...findShortForms(text)]),
  )
  return [...shorts].flatMap(([short, letters]) => {
    if (letters.length < minLetters) return []
    const spelled = split.filter(({ words }) => matchInitials(letters, words) === words.length)
    return spelled.length === 1 ? spelled.map(({ long }) => ({ short, long, count: 1 })) : []
  })
}

/** Headings of a post that are a short form, where the section begins with what it stands for. */
export function findSpelledOpenings({ kind, sections }: Document): AbbreviationCount[] {
  if (kind !== 'post') return []
  return sections.flatMap(({ heading, text }) => {
    const [short = ''] = readHeadingNames(heading)
    const long = findLongForm(short, text.trimStart())
    return long === null ? [] : [{ short, long, count: 1 }]
  })
}
