import type { QueryTerm } from '../analyze.js'
import type { Implication } from '../term-evidence.js'

/** Which terms of a query have a bit in the masks of passages, and what the bits of other ways to write them imply. */

/** Terms that a mask has room for; of longer queries the rarest. */
const maxMaskedTerms = 32

export interface TermWeight {
  /** Of its postings; none when no passage holds it. */
  terms: readonly number[]
  idf: number
}

export interface WeighedTerm extends TermWeight {
  term: QueryTerm
}

/** Typed terms before alternatives, and of too many the rarest; otherwise in order. */
export function chooseMasked(weighed: readonly WeighedTerm[]): WeighedTerm[] {
  const isAlternative = ({ term }: WeighedTerm): number => Number(term.standsFor !== undefined)
  const chosen = new Set(
    [...weighed]
      .sort((x, y) => isAlternative(x) - isAlternative(y) || y.idf - x.idf)
      .slice(0, maxMaskedTerms),
  )
  const kept = weighed.filter((each) => chosen.has(each))
  return [...kept.filter((each) => !isAlternative(each)), ...kept.filter(isAlternative)]
}

/** Of alternatives of which all terms have a bit. */
export function findImplications(
  weighed: readonly WeighedTerm[],
  masked: readonly WeighedTerm[],
): Implication[] {
  const bitOf = (each: WeighedTerm): number => {
    const at = masked.indexOf(each)
    return at < 0 ? 0 : (1 << at) >>> 0
  }
  const groups = new Map<number, WeighedTerm[]>()
  for (const each of weighed)
    if (each.term.standsFor)
      groups.set(each.term.standsFor.group, [...(groups.get(each.term.standsFor.group) ?? []), each])
  return [...groups.values()].flatMap((group) => {
    const { from, to } = group[0]?.term.standsFor ?? { from: 0, to: 0 }
    const needs = group.map(bitOf)
    const gives = weighed.slice(from, to).map(bitOf)
    if (needs.includes(0)) return []
    return [{ needs: unite(needs), gives: unite(gives) }]
  })
}

const unite = (bits: readonly number[]): number => bits.reduce((all, bit) => (all | bit) >>> 0, 0)
