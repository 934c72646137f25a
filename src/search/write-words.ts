import type { Catalog } from '../catalog/catalog.js'
import { analyzeQuery, primarySubtag } from '../index/analyze.js'
import { tokenize } from '../index/tokenize.js'
import type { SearchIndex } from '../index/search-index.js'

/** Words as the index knows them, folded, → as they are written: `ameisensaure` is `Ameisensäure` in the text. */

export interface WordSources {
  index: Pick<SearchIndex, 'searchLexical'>
  catalog: Pick<Catalog, 'findTexts'>
}

/** Words that are looked up; who pastes a page in another spelling is understood all the same. */
const maxWritten = 8
/** Passages that are asked how they write a word. */
const readPassages = 5

/**
 * The text with each word that was not typed written as the library writes it most, in the case in which it stands here.
 * Words of unknown places stay as they are, and so do those beyond the first eight. Cost: a search for each word that is
 * looked up, none in a library of English alone.
 * @param typed the text whose words stay
 */
export async function writeWords(
  text: string,
  typed: string,
  sources: WordSources,
  languages: readonly string[],
): Promise<string> {
  if (languages.every((language) => primarySubtag(language) === 'en')) return text
  const known = new Set(tokenize(typed).map(({ token }) => token))
  let written = ''
  let place = 0
  const untyped = tokenize(text).filter(({ token }) => !known.has(token))
  for (const { token, from, to } of untyped.slice(0, maxWritten)) {
    const word = await findWritten(token, sources, languages)
    written += text.slice(place, from) + inCaseOf(text.slice(from, to), word)
    place = to
  }
  return written + text.slice(place)
}

/** In small letters; of equally frequent ones the first by the alphabet. */
async function findWritten(
  token: string,
  { index, catalog }: WordSources,
  languages: readonly string[],
): Promise<string> {
  const hits = await index.searchLexical(analyzeQuery(token, languages), { phrases: [[token]] }, readPassages)
  const texts = await catalog.findTexts(hits.map(({ passageId }) => passageId))
  const counts = new Map<string, number>()
  for (const text of texts.values())
    for (const found of tokenize(text))
      if (found.token === token) {
        const form = text.slice(found.from, found.to).toLowerCase()
        counts.set(form, (counts.get(form) ?? 0) + 1)
      }
  const [most] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
  return most?.[0] ?? token
}

function inCaseOf(shown: string, word: string): string {
  if (/^\p{Lu}{2}/u.test(shown)) return word.toUpperCase()
  return /^\p{Lu}/u.test(shown) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
