import { primarySubtag, stem, type QueryTerm } from '../index/analyze.js'
import { tokenize, type Token } from '../index/tokenize.js'

/** Half-open [from, to) in UTF-16 units. */
export type TextRange = [from: number, to: number]

/**
 * What of the text matches: words that are a term in any of its forms, and phrases word by word as they were typed, each
 * as one range with what stands between its words. In order, none inside or over another; ranges that touch stay apart.
 * Cost: linear in the text for each phrase whose words it has.
 * @param phrases folded words, as `tokenize` gives them
 */
export function findHighlights(
  text: string,
  terms: readonly QueryTerm[],
  language: string | null,
  phrases: readonly (readonly string[])[] = [],
): TextRange[] {
  const wanted = new Set(terms.flatMap(({ forms }) => forms))
  const tokens = tokenize(text)
  const stemOf = rememberStems(language)
  const words = tokens
    .filter(({ token }) => wanted.has(stemOf(token)))
    .map(({ from, to }): TextRange => [from, to])
  const held = new Set(tokens.map(({ token }) => token))
  const possible = phrases.filter((phrase) => phrase.every((word) => held.has(word)))
  return mergeRanges([...words, ...possible.flatMap((phrase) => findPhrase(tokens, phrase))])
}

/** The words of most texts are the same few, and stemming them takes longer than all else here. */
const knownStems = new Map<string, string>()
const maxStems = 50_000

/** @param language as `stem` takes it */
function rememberStems(language: string | null): (word: string) => string {
  const subtag = primarySubtag(language)
  return (word) => {
    const key = `${subtag} ${word}`
    const known = knownStems.get(key)
    if (known !== undefined) return known
    if (knownStems.size >= maxStems) knownStems.clear()
    const form = stem(word, language)
    knownStems.set(key, form)
    return form
  }
}

/** Every place of the phrase, those that overlap too. Knuth, Morris, Pratt (1977): no word is compared twice. */
function findPhrase(tokens: readonly Token[], phrase: readonly string[]): TextRange[] {
  if (phrase.length === 0) return []
  const fallbacks = findFallbacks(phrase)
  const found: TextRange[] = []
  let matched = 0
  for (const [index, { token, to }] of tokens.entries()) {
    while (matched > 0 && phrase[matched] !== token) matched = fallbacks[matched - 1] ?? 0
    if (phrase[matched] === token) matched += 1
    if (matched < phrase.length) continue
    found.push([tokens[index - matched + 1]?.from ?? 0, to])
    matched = fallbacks[matched - 1] ?? 0
  }
  return found
}

/** For each length of a beginning of the phrase: how long a shorter beginning is that it also ends with. */
function findFallbacks(phrase: readonly string[]): number[] {
  const fallbacks = [0]
  let matched = 0
  for (const word of phrase.slice(1)) {
    while (matched > 0 && phrase[matched] !== word) matched = fallbacks[matched - 1] ?? 0
    if (phrase[matched] === word) matched += 1
    fallbacks.push(matched)
  }
  return fallbacks
}

function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = merged.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
