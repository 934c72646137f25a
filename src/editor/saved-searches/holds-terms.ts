import { stem, type QueryTerm } from '../../index/analyze.js'
import { tokenize } from '../../index/tokenize.js'

/**
 * Whether a text holds every term that was typed, in any of its forms, or another way in which the library writes it.
 * Linear in the text.
 * @param language of the text
 */
export function holdsTerms(text: string, terms: readonly QueryTerm[], language: string | null): boolean {
  const held = new Set(tokenize(text).map(({ token }) => stem(token, language)))
  const holds = ({ forms }: QueryTerm): boolean => forms.some((form) => held.has(form))
  const missing = terms.flatMap((term, at) => (term.standsFor || holds(term) ? [] : [at]))
  if (missing.length === 0) return true
  const groups = new Map<number, QueryTerm[]>()
  for (const term of terms)
    if (term.standsFor) groups.set(term.standsFor.group, [...(groups.get(term.standsFor.group) ?? []), term])
  const written = [...groups.values()].filter((group) => group.every(holds)).map(([term]) => term?.standsFor)
  return missing.every((at) => written.some((range) => range && range.from <= at && at < range.to))
}
