import type { DocumentConcepts } from '../../../client/index.js'
import { findLineAt, type Line, type Paragraph } from '../transcript-lines.js'
import { createNameFinder, type NameMark } from './name-marks.js'

/** Which words of a transcript become links to concepts. */

export type ConceptHere = Pick<
  DocumentConcepts['concepts'][number],
  'slug' | 'name' | 'aliases' | 'definition' | 'places'
>

/** By the index of the line; ranges of its text, in order. */
export type NamesByLine = ReadonlyMap<number, readonly NameMark[]>

/** A place is the beginning of the sentence that names it; captions spread a sentence over about so many lines. */
const linesAfterPlace = 8
/** Where the time of a sentence was estimated it may fall into the line before it. */
const linesBeforePlace = 1

/**
 * The names to mark: those of concepts that the document mentions there, once a paragraph. A concept with untimed places
 * may be anywhere. A name that runs over two lines is marked in both.
 */
export function placeNames(paragraphs: readonly Paragraph[], concepts: readonly ConceptHere[]): NamesByLine {
  const namesIn = createNamePlacer(paragraphs, concepts)
  return new Map(paragraphs.flatMap((_, index) => [...namesIn(index)]))
}

/** As `placeNames`, for one paragraph at a time, by its position: looking through all of a long talk takes a while. */
export function createNamePlacer(
  paragraphs: readonly Paragraph[],
  concepts: readonly ConceptHere[],
): (paragraph: number) => NamesByLine {
  const starts = paragraphs.flatMap(({ lines }) => lines.map(({ startMs }) => startMs ?? Infinity))
  const windows = concepts.map((concept) => ({ concept, lines: linesOf(concept, starts) }))
  const byParagraph = groupByParagraph(paragraphs, windows)
  return (paragraph) => {
    const placed = new Map<number, NameMark[]>()
    const here = byParagraph.get(paragraph) ?? []
    const lines = paragraphs[paragraph]?.lines ?? []
    if (here.length === 0) return placed
    const allowed = new Map(here.map(({ concept, lines }) => [concept.slug, lines]))
    const find = createNameFinder(here.map(({ concept }) => namesOf(concept)))
    const text = lines.map((line) => line.text).join(' ')
    const seen = new Set<string>()
    for (const mark of find(text)) {
      const parts = cutIntoLines(lines, mark)
      const window = allowed.get(mark.slug)
      if (seen.has(mark.slug) || !parts.some(({ line }) => !window || window.has(line))) continue
      seen.add(mark.slug)
      for (const { line, range } of parts)
        placed.set(line, [...(placed.get(line) ?? []), { slug: mark.slug, range }])
    }
    return placed
  }
}

export const namesOf = ({ slug, name, aliases }: ConceptHere) => ({ slug, names: [name, ...aliases] })

/** Indexes of the lines that a concept's places reach; null for anywhere. */
function linesOf({ places }: ConceptHere, starts: readonly number[]): ReadonlySet<number> | null {
  const lines = new Set<number>()
  for (const { startMs } of places) {
    if (startMs === null) return null
    const line = findLineAt(starts, startMs)
    for (let near = line - linesBeforePlace; near <= line + linesAfterPlace; near += 1) lines.add(near)
  }
  return lines
}

interface Window {
  concept: ConceptHere
  lines: ReadonlySet<number> | null
}

function groupByParagraph(
  paragraphs: readonly Paragraph[],
  windows: readonly Window[],
): Map<number, Window[]> {
  const paragraphOfLine = paragraphs.flatMap(({ lines }, index) => lines.map(() => index))
  const groups = new Map<number, Window[]>()
  for (const window of windows) {
    const found = window.lines
      ? new Set([...window.lines].map((line) => paragraphOfLine[line]))
      : new Set(paragraphs.keys())
    for (const index of found)
      if (index !== undefined) {
        const group = groups.get(index)
        if (group) group.push(window)
        else groups.set(index, [window])
      }
  }
  return groups
}

/** A range of the lines' text, joined by single spaces, as ranges of the lines. */
function cutIntoLines(
  lines: readonly Line[],
  { range: [from, to] }: NameMark,
): { line: number; range: readonly [number, number] }[] {
  const parts: { line: number; range: readonly [number, number] }[] = []
  let offset = 0
  for (const { index, text } of lines) {
    const start = Math.max(from - offset, 0)
    const end = Math.min(to - offset, text.length)
    if (start < end) parts.push({ line: index, range: [start, end] })
    offset += text.length + 1
    if (offset >= to) break
  }
  return parts
}
