import { tokenize } from '../index/tokenize.js'

/**
 * What makes two ways to write a name the same name: case, accents, hyphens and plurals do not matter, nor does
 * `-isation` for `-ization`. Words are not stemmed further: `embedding` is an idea, `embed` is not.
 */

/** Words separated by single spaces; empty for a text without words. */
export const conceptKey = (text: string): string =>
  isPlainWord.test(text)
    ? wordKey(text, text)
    : keyWords(text)
        .map(({ key }) => key)
        .join(' ')

/** What is read as one word and as it stands: most of what is asked for, in a third of the time. */
const isPlainWord = /^[a-z]{1,30}$/

/** A word with its place: half-open, in UTF-16 units of the text. */
export interface KeyWord {
  key: string
  from: number
  to: number
}

export const keyWords = (text: string): KeyWord[] =>
  tokenize(text).map(({ token, from, to }) => ({ key: wordKey(token, text.slice(from, to)), from, to }))

const isPluralOfCapitals = /^\p{Lu}[\p{Lu}\p{N}_]+s$/u

const cache = new Map<string, string>()
const maxCached = 200_000

/** @param token as `tokenize` gives it @param written as it stands in the text: `HTLCs` are several of one `HTLC` */
function wordKey(token: string, written: string): string {
  if (written !== token && written.endsWith('s') && isPluralOfCapitals.test(written))
    return wordKey(token.slice(0, -1), written.slice(0, -1))
  const known = cache.get(token)
  if (known !== undefined) return known
  if (cache.size >= maxCached) cache.clear()
  const key = unifySpelling(singular(token.replaceAll('_', ''))) || token
  cache.set(token, key)
  return key
}

/** Words that end like a plural and are none. */
const notPlural =
  /(?:ss|us|is|ics|ous|ias)$|^(?:aos|bias|atlas|canvas|chaos|kudos|cosmos|news|lens|series|species|always|perhaps|across|https?|dns|aws|gas|ios|os|css|rss|tls|sms|gps|cms|his|this|was|has|does|its|yes|plus|versus)$/u
const irregular = new Map([
  ['matrices', 'matrix'],
  ['indices', 'index'],
  ['vertices', 'vertex'],
  ['vortices', 'vortex'],
  ['appendices', 'appendix'],
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['mice', 'mouse'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['leaves', 'leaf'],
  ['lives', 'life'],
  ['selves', 'self'],
  ['halves', 'half'],
  ['caches', 'cache'],
  ['axes', 'axis'],
  ['bases', 'base'],
  ['biases', 'bias'],
  ['aliases', 'alias'],
  ['viruses', 'virus'],
  ['buses', 'bus'],
  ['statuses', 'status'],
  ['focuses', 'focus'],
  ['lenses', 'lens'],
  ['canvases', 'canvas'],
  ['quizzes', 'quiz'],
  ['niches', 'niche'],
  ['heroes', 'hero'],
  ['echoes', 'echo'],
  ['shelves', 'shelf'],
  ['knives', 'knife'],
  ['wolves', 'wolf'],
  ['minima', 'minimum'],
  ['maxima', 'maximum'],
  ['optima', 'optimum'],
  ['corpora', 'corpus'],
  ['automata', 'automaton'],
  ['metrics', 'metric'],
  ['heuristics', 'heuristic'],
  ['characteristics', 'characteristic'],
  ['topics', 'topic'],
  ['asics', 'asic'],
  ['apis', 'api'],
  ['cpus', 'cpu'],
  ['gpus', 'gpu'],
  ['tpus', 'tpu'],
  ['menus', 'menu'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
])

/** @param word folded */
function singular(word: string): string {
  const known = irregular.get(word)
  if (known !== undefined) return known
  if (word.length < 4 || !/^[a-z]+s$/.test(word) || notPlural.test(word)) return word
  if (/(?:analy|hypothe|synthe|cri|diagno|parenthe)ses$/.test(word)) return `${word.slice(0, -2)}is`
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(?:ss|x|sh|[^a]ch|[eo]ach|zz)es$/.test(word)) return word.slice(0, -2)
  const one = word.slice(0, -1)
  // `people's` is said of a person, too.
  return irregular.get(one) ?? one
}

const unifySpelling = (word: string): string =>
  word.length > 7 ? word.replace(/is(ation|ing|ed|er|e)$/u, 'iz$1').replace(/our$/u, 'or') : word
