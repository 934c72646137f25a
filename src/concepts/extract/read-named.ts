import type { Document, Section } from '../../domain/document.js'
import { conceptKey } from '../concept-key.js'
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
    ...(document.kind === 'post' ? document.tags : []).flatMap((tag) =>
      plainName(tag.replaceAll(/[-_]/g, ' '), 'tag'),
    ),
    ...document.chapters.flatMap(({ title }) => plainName(title, 'chapter')),
    ...(document.kind === 'post' ? [] : document.tags.flatMap((tag) => plainName(tag, 'tag'))),
  ]
}

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

/** Steps and parts of a story are numbered too. */
const isStep = (heading: string): boolean =>
  /^(?:step|phase|part|chapter|bug|experiment|stage|week|day|level|lesson|exercise|question|figure|table|appendix)\b/iu.test(
    heading,
  )

function readHeadings(document: Document, rows: readonly TermRow[]): NamedConcept[] {
  if (document.kind !== 'post') return []
  const headed = document.sections.filter(({ level, heading }) => level > 0 && heading.trim() !== '')
  const listed = headed.filter(
    (section) =>
      (hasNumber(section.heading) || /^\d{1,3}-\D/.test(section.anchor)) && !isStep(section.heading),
  )
  const isList = isConceptList(listed, rows)
  const rowOf = isList ? matchRows(listed, rows) : new Map<Section, TermRow>()
  const tags = new Set(document.tags.map((tag) => conceptKey(tag)))
  return headed.flatMap((section) => {
    const sure = isList && listed.includes(section)
    const isTagged = tags.has(conceptKey(withoutNumber(section.heading)))
    if (!sure && !isTagged) return []
    const names = sure ? readHeadingNames(section.heading) : [withoutNumber(section.heading)]
    const row = rowOf.get(section)
    const ordered = row ? joinRowName(names, row.name) : names
    if (ordered.length === 0 || conceptKey(ordered[0] ?? '').split(' ').length > maxHeadingWords) return []
    return [
      {
        names: ordered,
        origin: 'heading' as const,
        sure,
        anchor: section.anchor,
        ...describe(section),
        links: section.links,
      },
    ]
  })
}

/** Numbered sections are a list of concepts when most are in a table of terms, hold a quote or point to a paper. */
function isConceptList(listed: readonly Section[], rows: readonly TermRow[]): boolean {
  if (listed.length < minListed) return false
  const rowKeys = rows.map(({ name }) => conceptKey(name))
  const isBacked = (section: Section) => {
    const keys = readHeadingNames(section.heading).map(conceptKey)
    return (
      keys.some((key) => rowKeys.includes(key)) ||
      section.quotes.length > 0 ||
      section.links.some(({ rel }) => rel === 'paper')
    )
  }
  return listed.filter(isBacked).length >= listed.length * minAlike
}

/** By name; where the table has as many rows as the list has sections, the rest by position if a word begins alike. */
function matchRows(listed: readonly Section[], rows: readonly TermRow[]): Map<Section, TermRow> {
  const matched = new Map<Section, TermRow>()
  for (const [position, section] of listed.entries()) {
    const keys = new Set(readHeadingNames(section.heading).map(conceptKey))
    const byName = rows.find(({ name }) => keys.has(conceptKey(name)))
    const byPlace = rows.length === listed.length ? rows[position] : undefined
    const row = byName ?? (byPlace && sharesWord(section.heading, byPlace.name) ? byPlace : undefined)
    if (row) matched.set(section, row)
  }
  return matched
}

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
  return { definition: first.length <= maxDefinitionLength ? first : cutAtSentence(first), analogy }
}

function cutAtSentence(text: string): string {
  const cut = text.slice(0, maxDefinitionLength)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '))
  return end > 0 ? cut.slice(0, end + 1) : cut
}

/** Whether a name could be one of an idea at all: a tag `weekly` or a chapter `Intro` could not. */
export const isTalkName = (key: string): boolean => {
  const words = key.split(' ')
  return talkHeads.has(words.at(-1) ?? '') || talkHeads.has(key)
}
