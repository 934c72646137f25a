import type { Rating, Section } from '../../../src/domain/document.js'
import { isNavigation, readLabelled, readSpan, readRating, type PageFacts } from './page-header-lines.js'
import { parseDate } from '../parse-date.js'

/** What a page says of an episode before its transcript, line by line: facts, then notes. */

export interface HeaderLine {
  /** Plain text, one line. */
  text: string
  /** Of a heading, 1 to 6; 0 for a line that is not marked as one. */
  level: number
}

export interface PageHeader extends PageFacts {
  title: string
  publisher: string
  publishedAt: string | null
  durationMs: number | null
  rating: Rating | null
  tags: string[]
  /** Of what the page calls its summary or description, or of the text before the first heading. */
  description: string
  /** The other notes; anchors are numbered, since saved text has none. */
  sections: Section[]
}

const summaryHeading =
  /^(?:(?:episode |show )?(?:summary|description|overview|synopsis|abstract|about|notes)|show ?notes|about (?:this|the) episode)$/i
const transcriptHeading = /^(?:(?:full|complete|episode|podcast|video|audio|edited) )?transcript(?:ion)?$/i
const maxTitleLength = 200
const maxHeadingLength = 100
const minParagraphLength = 80
/** Three short items: two of them may be a sentence with a comma. */
const minCategories = 3

/**
 * @param title when it is known from elsewhere; else the first short line is it, or, where a line is said twice (the
 * show, over and under the title), the first that is not
 */
export function readPageHeader(lines: readonly HeaderLine[], title = ''): PageHeader {
  const header = new HeaderReader()
  for (const [index, line] of lines.entries()) {
    const text = line.text.trim()
    if (text === '' || isNavigation(text)) continue
    if (transcriptHeading.test(text.replace(/:$/, ''))) break
    header.read({ ...line, text }, nextText(lines, index))
  }
  return header.finish(title)
}

function nextText(lines: readonly HeaderLine[], index: number): string {
  for (let at = index + 1; at < Math.min(lines.length, index + 6); at += 1) {
    const text = (lines[at]?.text ?? '').trim()
    if (text !== '' && !isNavigation(text)) return text
  }
  return ''
}

class HeaderReader {
  #facts: Partial<PageHeader> = {}
  /** Short lines that say nothing by their form. */
  #names: string[] = []
  #notes: { heading: string; level: number; lines: string[] }[] = []

  read(line: HeaderLine, next: string): void {
    const { text, level } = line
    const current = this.#notes.at(-1)
    if (isNotesHeading(line, next, current !== undefined)) {
      this.#notes.push({ heading: text.replace(/:$/, ''), level: level || 2, lines: [] })
      return
    }
    if (current === undefined && this.#readFact(text)) return
    if (current === undefined && (level > 0 || text.length < minParagraphLength) && !isSentence(text))
      this.#names.push(text)
    else if (current === undefined) this.#notes.push({ heading: '', level: 0, lines: [text] })
    else current.lines.push(text)
  }

  #readFact(text: string): boolean {
    const facts = this.#facts
    const labelled = readLabelled(text)
    if (labelled !== null) {
      const people = [...(facts.people ?? []), ...(labelled.people ?? [])]
      this.#facts = { ...labelled, ...facts, people }
      return true
    }
    const bare = text.replace(/^[^\p{L}\p{N}]+/u, '')
    const date = parseDate(bare)
    const durationMs = readSpan(bare)
    const rating = readRating(bare)
    const categories = readCategories(text)
    if (date !== null) facts.publishedAt ??= date
    else if (durationMs !== null) facts.durationMs ??= durationMs
    else if (rating !== null) facts.rating ??= rating
    else if (categories.length > 0) facts.tags ??= categories
    else return false
    return true
  }

  finish(title: string): PageHeader {
    const names = nameLines(this.#names, title, this.#facts)
    const summaries = this.#notes.filter(({ heading }) => heading === '' || summaryHeading.test(heading))
    const described = summaries.filter(({ lines }) => lines.length > 0).map(({ lines }) => joinLines(lines))
    const sections = this.#notes
      .filter((note) => !summaries.includes(note) && note.lines.length > 0)
      .map(({ heading, level, lines }, index) => ({
        anchor: `notes-${index + 1}`,
        heading,
        level,
        text: joinLines(lines),
        quotes: [],
        links: [],
      }))
    return {
      publishedAt: null,
      durationMs: null,
      rating: null,
      tags: [],
      people: [],
      url: '',
      media: '',
      part: null,
      ...names,
      ...this.#facts,
      description: [this.#facts.description ?? '', ...described].filter((text) => text !== '').join('\n\n'),
      sections,
    }
  }
}

/** Marked as one, named as one, or a short line over a list or a paragraph where notes have begun. */
function isNotesHeading({ text, level }: HeaderLine, next: string, inNotes: boolean): boolean {
  if (text.length > maxHeadingLength) return false
  if (summaryHeading.test(text.replace(/:$/, ''))) return true
  if (!inNotes && level < 2) return false
  if (level > 0) return true
  const isOverText = /^[•*–-]\s/.test(next) || next.length >= minParagraphLength
  return (
    /^(?:links|resources|references):?$/i.test(text) ||
    (isOverText && !isSentence(text) && !/^[•*–-]\s/.test(text))
  )
}

const isSentence = (text: string): boolean => /[.!?…,;]["”’)]?$/.test(text) && text.includes(' ')

function nameLines(
  names: readonly string[],
  known: string,
  facts: Partial<PageHeader>,
): { title: string; show: string; publisher: string } {
  const short = names.filter((name) => name.length <= maxTitleLength)
  const repeated = short.find((name, index) => short.indexOf(name) !== index && name !== known)
  const others = [...new Set(short)].filter((name) => name !== repeated)
  const title = known || facts.title || others[0] || repeated || ''
  const rest = others.filter((name) => name !== title)
  const isDated = facts.publishedAt !== undefined || facts.durationMs !== undefined
  // Without any fact beside them, short lines are as likely the page's own as names.
  if (repeated === undefined)
    return { title, show: isDated && known === '' ? (rest[0] ?? '') : '', publisher: '' }
  const after = short.slice(short.lastIndexOf(repeated) + 1)
  return { title, show: repeated, publisher: rest.find((name) => after.includes(name)) ?? '' }
}

function readCategories(text: string): string[] {
  if (isSentence(text) || text.length > 500) return []
  const items = text.split(/\s*[,•·|]\s*/)
  const areShort = items.every((item) => item !== '' && item.length <= 40 && item.split(' ').length <= 3)
  return items.length >= minCategories && areShort ? items : []
}

/** Entries of a list stay together; paragraphs are apart. */
function joinLines(lines: readonly string[]): string {
  let text = ''
  for (const [index, line] of lines.entries()) {
    const entry = line.replace(/^[•*–-]\s+/, '- ')
    const isEntry = entry.startsWith('- ')
    const afterEntry = /^[•*–-]\s/.test(lines[index - 1] ?? '')
    text += `${index === 0 ? '' : isEntry && afterEntry ? '\n' : '\n\n'}${entry}`
  }
  return text
}
