import type { Section } from '../src/domain/document.js'
import type { SourceItem } from './sources/source-format.js'

/** What is searched of the notes of episodes and shorts: not what all of a show's notes repeat. */

const notesAnchor = 'notes'
const notesHeading = 'Show notes'
/**
 * A line that so many items share was not written for one of them. A number and no share of all: an item more in a long
 * list must not change what is searched of the others.
 */
const minRepeats = 4
/** `12:34 Topic` */
const chapterLine = /^[\s([•*-]{0,4}\d{1,3}:\d{2}(?::\d{2})?\b/u
/** Addresses and tags are no words. */
const addressOrTag = /https?:\/\/\S{1,2000}|#\S{1,200}/gu
/** Notes are long when a publisher puts a whole transcript in; a page of them says what an episode is about. */
const maxNotesLength = 20_000

/** The items with a section of notes for those that have a description and no sections of their own. */
export function addShowNotes(items: readonly SourceItem[]): SourceItem[] {
  const repeated = findRepeatedLines(items)
  return items.map((item) => {
    const { kind, sections, description } = item.document
    if (kind === 'post' || sections.length > 0) return item
    const section = notesSection(description, repeated)
    return section === null ? item : { ...item, document: { ...item.document, sections: [section] } }
  })
}

/** The notes without the lines that are chapters: what is said there should be found, and not its title here. */
export const withoutChapterLines = (sections: readonly Section[]): Section[] =>
  sections.map((section) =>
    section.anchor === notesAnchor
      ? {
          ...section,
          text: section.text
            .split('\n')
            .filter((line) => !chapterLine.test(line))
            .join('\n')
            .trim(),
        }
      : section,
  )

function notesSection(description: string, repeated: ReadonlySet<string>): Section | null {
  const text = description
    .slice(0, maxNotesLength)
    .split('\n')
    .filter((line) => line.trim() === '' || isWorthSearching(line, repeated))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return text === ''
    ? null
    : { anchor: notesAnchor, heading: notesHeading, level: 2, text, quotes: [], links: [] }
}

const isWorthSearching = (line: string, repeated: ReadonlySet<string>): boolean =>
  !repeated.has(line.trim()) && /[\p{L}\p{N}]/u.test(line.replace(addressOrTag, ''))

function findRepeatedLines(items: readonly SourceItem[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { document } of items) {
    if (document.kind === 'post' || document.description === '') continue
    const lines = document.description.slice(0, maxNotesLength).split('\n')
    for (const line of new Set(lines.map((each) => each.trim())))
      if (line !== '') counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= minRepeats).map(([line]) => line))
}
