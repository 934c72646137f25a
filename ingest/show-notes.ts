import type { Section } from '../src/domain/document.js'
import type { SourceItem } from './sources/source-format.js'

/** What is searched of the notes of episodes and shorts: not what all of a show's notes repeat. */

export const notesAnchor = 'notes'
const notesHeading = 'Show notes'
/** A line that so many items share, and such a part of them, was not written for one of them. */
const minRepeats = 3
const minRepeatedShare = 0.2
/** `12:34 Topic` names a chapter: the speech there is what should be found, not its title here. */
const chapterLine = /^[\s([•*-]{0,4}\d{1,3}:\d{2}(?::\d{2})?\b/u
/** Nothing but addresses, signs and tags. */
const wordless = /^(?:https?:\/\/\S+|[^\p{L}\p{N}]+|#\S+|\s)*$/u
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
  !repeated.has(line.trim()) && !chapterLine.test(line) && !wordless.test(line)

function findRepeatedLines(items: readonly SourceItem[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let described = 0
  for (const { document } of items) {
    if (document.kind === 'post' || document.description === '') continue
    described += 1
    const lines = document.description.slice(0, maxNotesLength).split('\n')
    for (const line of new Set(lines.map((each) => each.trim())))
      if (line !== '') counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const least = Math.max(minRepeats, described * minRepeatedShare)
  return new Set([...counts].filter(([, count]) => count >= least).map(([line]) => line))
}
