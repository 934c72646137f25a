import type { QueryTerm } from '../analyze.js'

/** QueryTerm[] → a MATCH expression of FTS5. */

/**
 * A term in more passages than this share says little about any of them, and costs the most: scoring takes time in
 * the number of matches.
 */
const maxTermShare = 0.25
/** Below this everything is fast, and shares mean nothing. */
const minPassagesToDrop = 2_000
/** The rarest terms of a pasted paragraph find what the whole of it does. */
const maxTerms = 64

/** @param countPassages in how many passages a form occurs */
export function chooseTerms(
  terms: readonly QueryTerm[],
  passages: number,
  countPassages: (form: string) => number,
): { chosen: readonly QueryTerm[]; dropped: boolean } {
  if (passages < minPassagesToDrop && terms.length <= maxTerms) return { chosen: terms, dropped: false }
  const counted = terms.map((term, position) => {
    const count = term.forms.reduce((sum, form) => sum + countPassages(form), 0)
    return { term, position, count }
  })
  const rare = counted.filter(({ count }) => count > 0 && count <= passages * maxTermShare)
  // Terms that are nowhere cost nothing and match nothing.
  const chosen = (
    rare.length > 0 && passages >= minPassagesToDrop ? rare : counted.filter(({ count }) => count > 0)
  )
    .sort((a, b) => a.count - b.count || a.position - b.position)
    .slice(0, maxTerms)
  const matching = counted.filter(({ count }) => count > 0).length
  return { chosen: chosen.map(({ term }) => term), dropped: chosen.length < matching }
}

/** Any form of any term. Null when there is nothing to look for. */
export function toMatchExpression(terms: readonly QueryTerm[]): string | null {
  const forms = new Set(terms.flatMap((term) => term.forms).filter((form) => form !== ''))
  return forms.size === 0 ? null : [...forms].map(quoteForm).join(' OR ')
}

/** Inside quotes FTS5 gives no character a meaning but the quote itself, and ends the text at a NUL. */
const quoteForm = (form: string): string => `"${form.replaceAll('"', '""').replaceAll('\0', ' ')}"`
