import type { StoredPassage } from '../../catalog/catalog.js'
import { correctSpeaker, type Corrections } from '../../domain/corrections.js'
import type { Document } from '../../domain/document.js'
import { primarySubtag } from '../../index/analyze.js'
import { findAbbreviations } from '../../index/find-abbreviations.js'
import { conceptKey, keyWords } from '../concept-key.js'
import type { AbbreviationCount, DocumentEvidence, TermCount } from './evidence.js'
import { findSpelledHeadings, findSpelledOpenings } from './find-spelled-headings.js'
import { findCalled } from './find-called.js'
import { findNounPhrases, type NounPhrase } from './find-noun-phrases.js'
import { listEdges } from './list-edges.js'
import { listHeadings } from './list-headings.js'
import { readNamedConcepts } from './read-named.js'
import { tagWords } from './tag-words.js'

/**
 * Everything that one document says that could be about concepts. Advertisements say nothing; phrases are read from
 * English only. Cost: about 0.3 ms a passage of 100 words.
 */
export function extractEvidence(
  document: Document,
  passages: readonly StoredPassage[],
  corrections: Corrections,
): DocumentEvidence {
  const { id, sourceId, kind, title, series, publishedAt, chapters, sections } = document
  const told = passages.filter(({ ad }) => !ad)
  const terms = new Map<string, Counting>()
  const abbreviations = new Map<string, AbbreviationCount>()
  const words = new Map<string, number>()
  const lines: string[] = []
  const isEnglish = primarySubtag(document.language) === 'en'
  for (const { text } of told) {
    if (isEnglish) for (const phrase of findNounPhrases(tagWords(text), text)) countPhrase(terms, phrase)
    countAbbreviations(abbreviations, text)
    const keys = keyWords(text).map(({ key }) => key)
    for (const key of keys) words.set(key, (words.get(key) ?? 0) + 1)
    lines.push(` ${keys.join(' ')} `)
  }
  const headings = [
    ...chapters.map((chapter) => chapter.title),
    ...sections.map(({ heading }) => heading),
    title,
  ]
  for (const heading of headings) {
    countAbbreviations(abbreviations, heading)
    lines.push(` ${conceptKey(heading)} `)
  }
  const named = readNamedConcepts(document)
  const isPhrase = (key: string) => terms.has(key)
  for (const pair of findSpelledHeadings(document, told, { named, isPhrase }))
    addAbbreviation(abbreviations, pair)
  for (const pair of findSpelledOpenings(document)) addAbbreviation(abbreviations, pair)
  return {
    documentId: id,
    sourceId,
    kind,
    series: series?.title ?? null,
    publishedAt,
    passageIds: told.map((passage) => passage.id),
    terms: [...terms.values()].map(toTerm),
    named,
    abbreviations: [...abbreviations.values()],
    people: readPeople(document, told, corrections),
    mentioned: [...terms.values()].filter(isLikeName).map(({ key, count }) => ({ key, count })),
    called: isEnglish ? findCalled(told.map(({ text }) => text)) : [],
    headings: listHeadings(headings),
    edges: listEdges(told, { hasSections: kind === 'post' }),
    words: [...words].sort(([a], [b]) => (a < b ? -1 : 1)),
    lines: lines.join('\n'),
  }
}

interface Counting extends Omit<TermCount, 'text'> {
  texts: Map<string, number>
}

function countPhrase(terms: Map<string, Counting>, { key, text, alone, opens, capital }: NounPhrase): void {
  let term = terms.get(key)
  if (!term) terms.set(key, (term = { key, texts: new Map(), count: 0, alone: 0, inside: 0, capital: 0 }))
  term.count++
  if (alone) term.alone++
  if (!opens) term.inside++
  if (!opens && capital) term.capital++
  // What opens a sentence has a capital that is not its own.
  term.texts.set(text, (term.texts.get(text) ?? 0) + (opens ? 0.01 : 1))
}

function toTerm({ texts, ...counts }: Counting): TermCount {
  const [[text] = ['']] = [...texts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return { ...counts, text }
}

/** Two or three words, mostly with capitals. */
const isLikeName = ({ key, inside, capital }: Counting): boolean =>
  key.includes(' ') && inside > 0 && capital / inside > 0.5

function countAbbreviations(counts: Map<string, AbbreviationCount>, text: string): void {
  for (const { short, long } of findAbbreviations(text)) addAbbreviation(counts, { short, long, count: 1 })
}

function addAbbreviation(counts: Map<string, AbbreviationCount>, pair: AbbreviationCount): void {
  const key = `${pair.short}\n${pair.long}`
  const known = counts.get(key)
  if (known) known.count += pair.count
  else counts.set(key, pair)
}

const roles = new Set(['host', 'guest', 'author'] as const)
type KnownRole = 'host' | 'guest' | 'author'

/** Those whom the publisher names, and everybody who is heard, by their corrected names. */
function readPeople(
  { people, kind }: Document,
  passages: readonly StoredPassage[],
  corrections: Corrections,
): DocumentEvidence['people'] {
  const heard = new Map<string, number>()
  for (const { sentences } of passages)
    for (const { speaker } of sentences) {
      const name = correctSpeaker(speaker, corrections)
      if (name !== null) heard.set(name, (heard.get(name) ?? 0) + 1)
    }
  const named = people.map(({ name, role }) => ({
    name,
    role: roles.has(role as KnownRole)
      ? (role as KnownRole)
      : kind === 'post'
        ? ('author' as const)
        : ('speaker' as const),
    count: heard.get(name) ?? 0,
  }))
  const known = new Set(named.map(({ name }) => name))
  const others = [...heard]
    .filter(([name]) => !known.has(name))
    .map(([name, count]) => ({ name, role: 'speaker' as const, count }))
  return [...named, ...others]
}
