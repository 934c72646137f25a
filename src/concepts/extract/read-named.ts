import type { Document, Section } from '../../domain/document.js'
import { isSpelledOut } from '../../index/find-abbreviations.js'
import { conceptKey } from '../concept-key.js'
import { cutText } from '../cut-text.js'
import type { NamedConcept } from './evidence.js'
import { hasNumber, readHeadingNames, withoutNumber } from './heading-names.js'
import { talkHeads } from './talk-words.js'

/** Names that a document gives by its form: concept headings, tables of terms, tags, chapter titles. */

/** A post whose sections are a list of concepts has at least this many. */
const minListed = 3
/** Share of the sections of such a list that must look alike: one odd section among five is let pass. */
const minAlike = 0.6
/** A heading of more words is a sentence. */
const maxHeadingWords = 7
/** A definition is the section's first paragraph, cut after this much, in UTF-16 units. */
const maxDefinitionLength = 400

export function readNamedConcepts(document: Document): NamedConcept[] {
  const rows = readTermRows(document)
  return [
    ...readHeadings(document, rows),
    ...(document.kind === 'post' ? document.tags : []).flatMap((tag) => plainName(readTag(tag), 'tag')),
    ...document.chapters.flatMap(({ title }) => plainName(title, 'chapter')),
    ...(document.kind === 'post' ? [] : document.tags.flatMap((tag) => plainName(tag, 'tag'))),
  ]
}

/** The tags of posts are parts of addresses: `machine-learning`. */
const readTag = (tag: string): string => tag.replaceAll(/[-_]/g, ' ')

function plainName(text: string, origin: 'tag' | 'chapter'): NamedConcept[] {
  const name = withoutNumber(text).trim()
  const words = conceptKey(name).split(' ')
  if (words[0] === '' || words.length > 4) return []
  return [{ names: [name], origin, sure: false, anchor: null, definition: '', analogy: '', links: [] }]
}

interface TermRow {
  name: string
  text: string
}

/** Lines of the form `Term: what it is`, of a section that holds at least three such lines and little else. */
function readTermRows({ kind, sections }: Document): TermRow[] {
  if (kind !== 'post') return []
  return sections.flatMap(({ text }) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const rows = lines.flatMap((line): TermRow[] => {
      const [, name, rest] = /^([^:.!?]{2,60}): +(\S.{5,200})$/u.exec(line.trim()) ?? []
      return name !== undefined && rest !== undefined ? [{ name: name.trim(), text: rest }] : []
    })
    return rows.length >= minListed && rows.length >= lines.length * minAlike ? rows : []
  })
}

/** Steps and parts of a story are numbered too: `Phase 2`, `Bug: …`; but `Phase transition` is an idea. */
const isStep = (heading: string): boolean =>
  /^(?:step|phase|part|chapter|bug|experiment|stage|week|day|level|lesson|exercise|question|figure|table|appendix)s?(?: ?#? ?(?:\d|[ivx]{1,4}\b|[a-d]\b|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)| ?[:.–—]|$)/iu.test(
    heading,
  )

function readHeadings(document: Document, rows: readonly TermRow[]): NamedConcept[] {
  if (document.kind !== 'post') return []
  const headed = document.sections.filter(({ level, heading }) => level > 0 && heading.trim() !== '')
  const listed = headed.filter(
    (section) =>
      (hasNumber(section.heading) || /^\d{1,3}-\D/.test(section.anchor)) &&
      !isStep(withoutNumber(section.heading)),
  )
  const isList = isConceptList(listed, rows)
  const rowOf = isList ? matchRows(listed, rows) : new Map<Section, TermRow>()
  const tags = new Set(document.tags.map((tag) => conceptKey(readTag(tag))))
  const inList = new Set(isList ? listed : [])
  const named = headed.flatMap((section): NamedConcept[] => {
    const sure = inList.has(section)
    const isTagged = tags.has(conceptKey(withoutNumber(section.heading)))
    if (!sure && !isTagged) return []
    const names = sure ? readHeadingNames(section.heading) : [withoutNumber(section.heading)]
    const row = rowOf.get(section)
    const ordered = row ? joinRowName(names, row.name) : names
    if (ordered.length === 0 || conceptKey(ordered[0] ?? '').split(' ').length > maxHeadingWords) return []
    return [
      {
        names: ordered,
        origin: 'heading',
        sure,
        anchor: section.anchor,
        ...describe(section),
        links: section.links,
      },
    ]
  })
  return withoutRemarks(named)
}

/** A bracket that several headings of a post have is no name of any: `Pong (Playable)`, `Tempest (Playable)`. */
function withoutRemarks(named: readonly NamedConcept[]): NamedConcept[] {
  const counts = new Map<string, number>()
  for (const key of named.flatMap(({ names }) => names.map(conceptKey)))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  return named.map((each) => ({
    ...each,
    names: each.names.filter((name, position) => position === 0 || counts.get(conceptKey(name)) === 1),
  }))
}

/** Numbered sections are a list of concepts when most are in a table of terms, hold a quote or point to a paper. */
function isConceptList(listed: readonly Section[], rows: readonly TermRow[]): boolean {
  if (listed.length < minListed) return false
  const rowKeys = new Set(rows.map(({ name }) => conceptKey(name)))
  const isBacked = (section: Section) => {
    const keys = readHeadingNames(section.heading).map(conceptKey)
    return (
      keys.some((key) => rowKeys.has(key)) ||
      section.quotes.length > 0 ||
      section.links.some(({ rel }) => rel === 'paper')
    )
  }
  return listed.filter(isBacked).length >= listed.length * minAlike
}

/**
 * By name; where the table has as many rows as the list has sections, the rest by position if a word begins alike or the
 * row is the abbreviation of the heading.
 */
function matchRows(listed: readonly Section[], rows: readonly TermRow[]): Map<Section, TermRow> {
  const matched = new Map<Section, TermRow>()
  const rowOfKey = new Map(rows.toReversed().map((row) => [conceptKey(row.name), row]))
  for (const [position, section] of listed.entries()) {
    const keys = readHeadingNames(section.heading).map(conceptKey)
    const byName = keys.map((key) => rowOfKey.get(key)).find((row) => row !== undefined)
    const byPlace = rows.length === listed.length ? rows[position] : undefined
    const row = byName ?? (byPlace && isSameName(section.heading, byPlace.name) ? byPlace : undefined)
    if (row) matched.set(section, row)
  }
  return matched
}

const isSameName = (heading: string, rowName: string): boolean =>
  sharesWord(heading, rowName) || isSpelledOut(rowName, withoutNumber(heading))

/** A word of one begins like a word of the other: `Backprop` and `Backpropagation`, `Fragility` and `Fragile`. */
function sharesWord(heading: string, name: string): boolean {
  const beginnings = (text: string) =>
    conceptKey(text)
      .split(' ')
      .filter((word) => word.length >= 2)
      .map((word) => word.slice(0, 5))
  const known = new Set(beginnings(heading))
  return beginnings(name).some((word) => known.has(word))
}

/** The row's name leads where the heading is a sentence: `Why ML Is Fragile` is `ML Fragility`. */
function joinRowName(names: readonly string[], rowName: string): string[] {
  const others = names.filter((name) => conceptKey(name) !== conceptKey(rowName))
  const isSentence = /^(?:why|how|what|when|where|who)\b/iu.test(names[0] ?? '')
  return isSentence || others.length === names.length ? placeRowName(others, rowName, isSentence) : [...names]
}

const placeRowName = (others: readonly string[], rowName: string, leads: boolean): string[] =>
  leads ? [rowName, ...others] : [...others, rowName]

function describe({ text, quotes }: Section): { definition: string; analogy: string } {
  const analogy = quotes[0] ?? ''
  const paragraphs = text
    .split('\n\n')
    .filter((paragraph) => !quotes.includes(paragraph) && paragraph.trim() !== '')
  const first = paragraphs[0]?.trim() ?? ''
  return { definition: cutText(first, maxDefinitionLength), analogy }
}

/** Whether a name could be one of an idea at all: a tag `weekly` or a chapter `Intro` could not. */
export const isTalkName = (key: string): boolean => {
  const words = key.split(' ')
  return talkHeads.has(words.at(-1) ?? '') || talkHeads.has(key)
}
