import { splitByMarks, type MarkRange, type TextPart } from '../text-marks.js'
import type { NameMark } from './name-marks.js'

/** A stretch of a text that is a name of a concept, or between two of them; with what the query marks in it. */
export interface TextPiece {
  /** Null for what is no name. */
  slug: string | null
  parts: TextPart[]
}

/** The pieces in order, joined again the same text. Names are in order and do not overlap. */
export function cutByNames(
  text: string,
  names: readonly NameMark[],
  marks: readonly MarkRange[],
): TextPiece[] {
  const pieces: TextPiece[] = []
  const add = (from: number, to: number, slug: string | null) => {
    if (from < to) pieces.push({ slug, parts: splitByMarks(text, marks, [from, to]) })
  }
  let position = 0
  for (const { slug, range } of names) {
    add(position, range[0], null)
    add(range[0], range[1], slug)
    position = range[1]
  }
  add(position, text.length, null)
  return pieces
}
