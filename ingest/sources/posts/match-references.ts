import type { Link, Section } from '../../../src/domain/document.js'

/** Which section a row of a table of references is about: `VAEs` is "Variational Autoencoders (VAEs)". */

export interface ReferenceRow {
  /** Its first cell; empty in a list. */
  name: string
  links: Link[]
}

/** Below it two names share no more than a word by chance. */
const minScore = 0.4
/** More rows or headings than any post has; the rest is not matched. Each row is compared with each heading. */
const maxCompared = 300

/**
 * The best section of each named row: by equal names, then acronyms, then shared words; a section takes a second row
 * only when that is certain. Where all other rows are in the order of the sections, one that is left goes by its place.
 */
export function matchReferences<S extends Pick<Section, 'heading'>>(
  rows: readonly ReferenceRow[],
  sections: readonly S[],
): { section: S; links: Link[] }[] {
  const named = rows.filter(({ name }) => name !== '').slice(0, maxCompared)
  const headed = sections.filter(({ heading }) => heading !== '').slice(0, maxCompared)
  const headingNames = headed.map(({ heading }) => namesOf(heading))
  const pairs = named
    .map(({ name }) => namesOf(name))
    .flatMap((rowNames, row) =>
      headingNames.map((names, heading) => ({ row, heading, score: scoreOf(rowNames, names) })),
    )
    .filter(({ score }) => score >= minScore)
    .sort((a, b) => b.score - a.score || a.row - b.row || a.heading - b.heading)
  const headingOf = new Map<number, number>()
  const taken = new Set<number>()
  for (const { row, heading, score } of pairs) {
    if (headingOf.has(row) || (taken.has(heading) && score < 1)) continue
    headingOf.set(row, heading)
    taken.add(heading)
  }
  placeLeftOver(named.length, headingOf, headed.length)
  return [...headingOf]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, heading]) => {
      const section = headed[heading]
      return section ? [{ section, links: named[row]?.links ?? [] }] : []
    })
}

/** A row whose neighbours are matched to the sections before and after a free one is about that one. */
function placeLeftOver(rows: number, headingOf: Map<number, number>, headings: number): void {
  const taken = new Set(headingOf.values())
  for (let row = 0; row < rows; row++) {
    if (headingOf.has(row)) continue
    const before = headingOf.get(row - 1)
    const after = headingOf.get(row + 1)
    const place = before !== undefined ? before + 1 : after !== undefined ? after - 1 : -1
    const isBetween =
      before !== undefined && after !== undefined ? after === place + 1 : headingOf.size === rows - 1
    if (!isBetween || place < 0 || place >= headings || taken.has(place)) continue
    headingOf.set(row, place)
    taken.add(place)
  }
}

/** The ways in which a name may be written: as it is, and what stands before and in its parentheses. */
function namesOf(text: string): string[][] {
  const inside = /\(([^()]{1,100})\)/.exec(text)?.[1]
  const outside = text.replace(/\([^()]{0,100}\)/g, ' ')
  const names = [outside, ...(inside === undefined ? [] : [inside]), ...outside.split(/\s[/|–—]\s|:\s/)]
  return [...new Map(names.map((name) => [name, wordsOf(name)])).values()].filter((words) => words.length > 0)
}

const stopWords = new Set('a an and as for in is of on or the to vs why how what with hard'.split(' '))

function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words =
    folded.match(/[\p{L}\p{N}]+/gu)?.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)) ?? []
  const telling = words.filter((word) => !stopWords.has(word))
  return telling.length === 0 ? words : telling
}

const scoreOf = (row: readonly string[][], heading: readonly string[][]): number =>
  Math.max(0, ...row.flatMap((a) => heading.map((b) => similarity(a, b))))

/** 1 for equal names, .9 for an acronym, else the share of common words (Dice), where `regularize` is as good as `regularization`. */
function similarity(a: readonly string[], b: readonly string[]): number {
  if (a.join(' ') === b.join(' ')) return 1
  if (isAcronym(a, b) || isAcronym(b, a)) return 0.9
  const common = a.filter((word) => b.some((other) => isSameStem(word, other))).length
  return (1.7 * common) / (a.length + b.length)
}

const isAcronym = ([short, ...rest]: readonly string[], words: readonly string[]): boolean =>
  rest.length === 0 &&
  short !== undefined &&
  words.length > 1 &&
  short.replace(/s$/, '') === words.map((word) => word[0]).join('')

/** Words that share their first five letters at least, and three quarters of the shorter one. */
function isSameStem(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  let shared = 0
  while (shared < shorter && a[shared] === b[shared]) shared += 1
  return shared >= 5 && shared * 4 >= shorter * 3
}
