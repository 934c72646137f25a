import { findWordMarks } from '../text-marks.js'
import type { NameFinder } from './name-marks.js'
import { cutByNames, type TextPiece } from './text-pieces.js'

/** The paragraphs of a section as pieces; a concept is marked where the section first names it. */
export function readParagraphs(text: string, findNames: NameFinder, q: string): TextPiece[][] {
  const seen = new Set<string>()
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => {
      const names = findNames(paragraph).filter(({ slug }) => {
        const isFirst = !seen.has(slug)
        seen.add(slug)
        return isFirst
      })
      return cutByNames(paragraph, names, findWordMarks(paragraph, q))
    })
}
