import { readMarkdownBlocks } from './markdown-sections.js'
import type { PostBlock } from './post-blocks.js'
import { readSeriesLine } from './series-line.js'

/**
 * The text of a post as it is left when its page was copied: a paragraph a line, headings and quotes without their
 * marks, tables with pipes.
 */

const maxHeadingLength = 80
const endOfSentence = /[.!?…,;:]["”’')\]]?$/u
const numbered = /^\d{1,2}[.)]\s+\p{Lu}/u
const listMark = /^(?:[-*•]\s|>\s?)/
/** A comparison at the end of an explanation, which the page had set off as a quote. */
const comparison =
  /^Like (?:a|an|the|having|trying|getting|learning|discovering|someone|people|when|not|\p{L}+ing)\b/u

export function readTextBlocks(lines: readonly string[]): PostBlock[] {
  const blocks: PostBlock[] = []
  const written = lines.map((line) => line.trim()).filter((line) => line !== '')
  let marked: string[] = []
  const endMarked = (): void => {
    if (marked.length > 0) blocks.push(...readMarkdownBlocks(marked.join('\n')))
    marked = []
  }
  for (const [index, line] of written.entries()) {
    const isTable = line.startsWith('|')
    if (isTable || listMark.test(line)) {
      // A list and a table that touch are two blocks.
      if (marked.length > 0 && isTable !== (marked[0] ?? '').startsWith('|')) endMarked()
      marked.push(line)
      continue
    }
    endMarked()
    if (isHeading(line, written[index + 1]))
      blocks.push({ kind: 'heading', level: numbered.test(line) ? 3 : 2, text: line, anchor: null })
    else blocks.push(...paragraphOf(line))
  }
  endMarked()
  return markQuotes(blocks)
}

/** Whether it reads as a heading: short, no sentence, and something that is none follows, or a numbered heading. */
export function isHeading(line: string, next: string | undefined): boolean {
  if (next === undefined || !looksLikeHeading(line)) return false
  return !looksLikeHeading(next) || numbered.test(next) || next.startsWith('|')
}

const looksLikeHeading = (line: string): boolean =>
  line.length <= maxHeadingLength &&
  !endOfSentence.test(line) &&
  !line.startsWith('|') &&
  !listMark.test(line) &&
  /^[\p{Lu}\d“"‘']/u.test(line)

/** Counted headings, each with text below: what tells a copied post from any other text. */
export const countNumberedHeadings = (lines: readonly string[]): number =>
  lines.filter(
    (line, index) =>
      numbered.test(line) &&
      isHeading(line, lines[index + 1]) &&
      (lines[index + 1] ?? '').length > maxHeadingLength,
  ).length

function paragraphOf(line: string): PostBlock[] {
  // Markdown is only read where it can give a link: a line may begin with what is a mark there.
  if (/^\d{1,3}[.)]\s|^#/.test(line) || !/https?:\/\/|\]\(/.test(line))
    return [{ kind: 'text', text: line, links: [] }]
  return readMarkdownBlocks(line)
}

/** Where all numbered sections end in a comparison it was their quote. */
function markQuotes(blocks: readonly PostBlock[]): PostBlock[] {
  const last = new Set<PostBlock>()
  let heading = ''
  const read = blocks.filter(
    (block) => block.kind !== 'text' || readSeriesLine(block.text)?.isNavigation !== true,
  )
  for (const [index, block] of read.entries()) {
    if (block.kind === 'heading') heading = block.text
    else if (numbered.test(heading) && (read[index + 1]?.kind ?? 'heading') === 'heading') last.add(block)
  }
  const isComparison = (block: PostBlock): boolean => block.kind === 'text' && comparison.test(block.text)
  if (last.size < 2 || ![...last].every(isComparison)) return [...blocks]
  return blocks.map((block) =>
    block.kind === 'text' && last.has(block) ? { ...block, kind: 'quote' } : block,
  )
}
