import { foldWord } from '../index/tokenize.js'
import { contentWords } from './content-words.js'
import type { EvalQuery } from './eval-query.js'

/** Titles that name one place, and could be what somebody looks for. */

/** Titles of nothing else say where in a show something is, not what it is about. */
const genericWords = new Set(
  (
    'intro introduction introductions outro welcome hello goodbye opening closing close end ending start begin beginning ' +
    'recap summary conclusion conclusions wrap up final thoughts words question questions answer answers q a qa ' +
    'sponsor sponsors sponsored ad ads advertisement break credits thanks thank you music theme teaser trailer preview ' +
    'announcement announcements housekeeping news update updates chapter part section segment episode show notes links ' +
    'references resources further reading see also related about contact subscribe comments table contents background ' +
    'overview discussion discussions host hosts guest guests next previous other more misc miscellaneous and the of to ' +
    'einleitung begrussung vorstellung verabschiedung fazit werbung ausblick ruckblick nachrichten'
  ).split(' '),
)
const minContentWords = 2

/** Without all that there are twice: which of the two is meant, nobody could know. */
export function keepUniqueTitles(queries: readonly EvalQuery[]): EvalQuery[] {
  const counts = new Map<string, number>()
  for (const { text } of queries) counts.set(fold(text), (counts.get(fold(text)) ?? 0) + 1)
  return queries.filter(({ text }) => counts.get(fold(text)) === 1)
}

/** Says what the place is about, in at least two content words. */
export function isSpecific(title: string, language: string | null): boolean {
  const words = fold(title).split(' ')
  const telling = words.filter((word) => !genericWords.has(word) && !/^\p{N}+$/u.test(word))
  return telling.length > 0 && contentWords(title, language).size >= minContentWords
}

const fold = (title: string): string =>
  (title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => foldWord(word)).join(' ')
