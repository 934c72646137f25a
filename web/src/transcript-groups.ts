import type { Paragraph } from './transcript-lines.js'

/**
 * A transcript in groups of paragraphs. Groups far from the window are drawn when there is nothing else to do, and laid
 * out by the browser only when they come near (`content-visibility`). Opening a talk of 3,000 lines is 95 ms of work so,
 * 30 in one task; drawn at once it is 220, 127 in one task, and laid out as well 260 and 190. Taking far lines off the
 * page would save no more, and the browser's own find, selecting across pages and screen readers would lose them.
 */
export interface ParagraphGroup {
  paragraphs: readonly Paragraph[]
  /** Position of its first paragraph in the transcript. */
  first: number
  /** Indexes of its first line and of the line after its last. */
  fromLine: number
  toLine: number
  /** Of its text, in UTF-16 units. */
  length: number
}

/** About 500 words: drawn within a few milliseconds. */
const groupLength = 3000

export function groupParagraphs(paragraphs: readonly Paragraph[]): ParagraphGroup[] {
  const groups: ParagraphGroup[] = []
  let from = 0
  let length = 0
  for (const [index, { lines }] of paragraphs.entries()) {
    length += lines.reduce((sum, { text }) => sum + text.length + 1, 0)
    if (length < groupLength && index < paragraphs.length - 1) continue
    groups.push(describeGroup(paragraphs.slice(from, index + 1), from, length))
    from = index + 1
    length = 0
  }
  return groups
}

function describeGroup(paragraphs: readonly Paragraph[], first: number, length: number): ParagraphGroup {
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines)
  const fromLine = lines[0]?.index ?? 0
  return { paragraphs, first, fromLine, toLine: fromLine + lines.length, length }
}

/** Position of the group that holds the line; the nearest for a line outside. */
export function groupOfLine(groups: readonly ParagraphGroup[], line: number): number {
  const found = groups.findIndex(({ toLine }) => line < toLine)
  return found === -1 ? groups.length - 1 : found
}

/** As in transcript.css: width of a character, height of a line, and of a paragraph's head and space, in rem. */
const characterRem = 0.53
const lineRem = 1.8
const headRem = 3.25

/** How high a group will be that was never drawn. Off by a few percent, which nothing but the scroll bar shows. */
export function estimateHeightRem({ paragraphs, length }: ParagraphGroup, widthRem: number): number {
  const perLine = Math.max(10, widthRem / characterRem)
  // The last line of a paragraph is half full.
  const lines = length / perLine + paragraphs.length / 2
  return Math.round(lines * lineRem + paragraphs.length * headRem)
}
