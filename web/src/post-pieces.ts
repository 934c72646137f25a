import type { Document } from '../../client/index.js'
import type { NameFinder } from './concepts/name-marks.js'
import { webAddress } from './outside-links.js'
import { findWordMarks, splitByMarks, type TextPart } from './text-marks.js'

/** A stretch of a post's text: a link of its author's, a name of a concept, or neither. */
export interface PostPiece {
  url: string | null
  slug: string | null
  parts: TextPart[]
}

export type PostLink = Document['sections'][number]['links'][number] & { url: string }

/** Links of a section put back to where their words stand; what stands nowhere is left over. */
export interface PlacedLinks {
  /** By the position of the text, in order; they do not overlap. */
  inTexts: readonly (readonly { url: string; range: readonly [number, number] }[])[]
  leftOver: PostLink[]
}

/** @param texts of the section, in the order in which its links were */
export function placeLinks(
  texts: readonly string[],
  links: Document['sections'][number]['links'],
): PlacedLinks {
  const inTexts: { url: string; range: [number, number] }[][] = texts.map(() => [])
  const leftOver: PostLink[] = []
  let [line, from] = [0, 0]
  for (const link of links) {
    const url = webAddress(link.url)
    if (url === null) continue
    const place = findFrom(texts, link.title, line, from)
    if (!place) {
      leftOver.push({ ...link, url })
      continue
    }
    ;[line, from] = [place.line, place.at + link.title.length]
    inTexts[line]?.push({ url, range: [place.at, from] })
  }
  return { inTexts, leftOver }
}

function findFrom(
  texts: readonly string[],
  title: string,
  firstLine: number,
  firstFrom: number,
): { line: number; at: number } | null {
  if (title === '') return null
  for (let line = firstLine; line < texts.length; line += 1) {
    const at = findWhole(texts[line] ?? '', title, line === firstLine ? firstFrom : 0)
    if (at !== -1) return { line, at }
  }
  return null
}

/** `PR` is not in `PRs`. */
function findWhole(text: string, title: string, from: number): number {
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)
  for (let at = text.indexOf(title, from); at !== -1; at = text.indexOf(title, at + 1)) {
    const startsWord = !isWord(text[at - 1]) || !isWord(title[0])
    const endsWord = !isWord(text[at + title.length]) || !isWord(title.at(-1))
    if (startsWord && endsWord) return at
  }
  return -1
}

/** The pieces in order, joined again the same text. A name inside a link stays part of the link. */
export function cutPostText(
  text: string,
  links: PlacedLinks['inTexts'][number],
  findNames: NameFinder,
  q: string,
): PostPiece[] {
  const marks = findWordMarks(text, q)
  const names = findNames(text)
    .filter(({ range }) => !links.some((link) => link.range[0] < range[1] && range[0] < link.range[1]))
    .map(({ slug, range }) => ({ url: null, slug, range }))
  const spans = [...names, ...links.map((link) => ({ ...link, slug: null }))].sort(
    (a, b) => a.range[0] - b.range[0],
  )
  const pieces: PostPiece[] = []
  const add = (from: number, to: number, url: string | null, slug: string | null) => {
    if (from < to) pieces.push({ url, slug, parts: splitByMarks(text, marks, [from, to]) })
  }
  let position = 0
  for (const { url, slug, range } of spans) {
    add(position, range[0], null, null)
    add(range[0], range[1], url, slug)
    position = range[1]
  }
  add(position, text.length, null, null)
  return pieces
}
