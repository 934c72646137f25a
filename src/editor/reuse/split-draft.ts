import { findSentenceEnds } from '../../../ingest/find-sentence-ends.js'
import { readBlocks, type DraftBlock } from './draft-blocks.js'
import { plainText } from './plain-text.js'

/** A draft → the paragraphs that are looked for, each with its place in the draft. */

export interface DraftParagraph {
  /** Half-open [from, to) in UTF-16 units of the draft. */
  from: number
  to: number
  /** The nearest heading above it; null without one. */
  heading: string | null
  /** What it says, without the marks of Markdown. */
  text: string
}

/** A paragraph of fewer words says too little to be looked for: it goes with its neighbour under the same heading. */
const minWords = 12
/** A longer one, in UTF-16 units, says more than one thing, and more than the model's window holds. */
const maxLength = 1500

/**
 * Headings give context and are no paragraphs; code, tables, comments and addresses are left out. Short paragraphs under
 * one heading are joined, to what follows where something does; what is longer than 1,500 units is cut between sentences.
 * In the order of the draft. Linear in the draft: some 10 ms for 100 kB.
 */
export function splitDraft(draft: string): DraftParagraph[] {
  const paragraphs = readBlocks(draft).flatMap((block): DraftParagraph[] => {
    const text = plainText(draft.slice(block.from, block.to))
    return text === '' ? [] : [{ ...block, text }]
  })
  return joinShort(paragraphs).flatMap((paragraph) => cutLong(paragraph, draft))
}

const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length

function joinShort(paragraphs: readonly DraftParagraph[]): DraftParagraph[] {
  const joined: DraftParagraph[] = []
  for (const paragraph of paragraphs) {
    const last = joined.at(-1)
    if (last?.heading === paragraph.heading && countWords(last.text) < minWords)
      joined[joined.length - 1] = join(last, paragraph)
    else joined.push(paragraph)
  }
  // The last of a section has nothing after it to go with.
  return joined.reduce<DraftParagraph[]>((kept, paragraph) => {
    const last = kept.at(-1)
    const isShort = countWords(paragraph.text) < minWords
    if (last && isShort && last.heading === paragraph.heading) kept[kept.length - 1] = join(last, paragraph)
    else kept.push(paragraph)
    return kept
  }, [])
}

const join = (first: DraftParagraph, second: DraftParagraph): DraftParagraph => ({
  from: first.from,
  to: second.to,
  heading: first.heading,
  text: `${first.text}\n${second.text}`,
})

/** Into pieces of much the same length. */
function cutLong(paragraph: DraftParagraph, draft: string): DraftParagraph[] {
  const { from, to, heading, text } = paragraph
  if (text.length <= maxLength) return [paragraph]
  const written = draft.slice(from, to)
  const ends = findSentenceEnds(written, null)
  const pieceLength = written.length / Math.ceil(text.length / maxLength)
  const pieces: DraftBlock[] = []
  let start = 0
  for (const end of [...ends, written.length]) {
    const isLast = end === written.length
    if (end <= start || (!isLast && end - start < pieceLength)) continue
    pieces.push({ from: from + start, to: from + end, heading })
    start = end
  }
  return pieces.flatMap((piece) => {
    const said = plainText(draft.slice(piece.from, piece.to))
    return said === '' ? [] : [{ ...trimPlace(piece, draft), text: said }]
  })
}

function trimPlace({ from, to, heading }: DraftBlock, draft: string): DraftBlock {
  const text = draft.slice(from, to)
  return {
    from: from + text.length - text.trimStart().length,
    to: to - text.length + text.trimEnd().length,
    heading,
  }
}
