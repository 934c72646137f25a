import type { Token } from './tokenize.js'
import {
  canBeCorrected,
  canBeSuggested,
  type NearOptions,
  type NearWord,
  type SpellingVocabulary,
} from './spelling-vocabulary.js'
import type { UsualWords } from './usual-words.js'

/** "Did you mean": a query whose words the library does not know, in words that it knows. */

/**
 * A known word is doubted only when it is this rare, long enough not to be another word by chance (`grep` is no `greg`),
 * and another is a mere slip away and this many times as frequent.
 */
const maxPassagesOfDoubt = 2
const minTimesAsFrequent = 100
const minLettersOfDoubt = 6
/** Parts of a word that was run together. */
const minPartLetters = 3
const minPassagesOfPart = 10
/** Of a usual word that the library lacks: another is so much more frequent in the language, in powers of ten. */
const minTimesAsUsual = 2
/** Known words beside a misspelt one that are asked which is meant. */
const maxWordsBeside = 4
/** Unknown words whose neighbours are looked for, some milliseconds each: pasted text is no slip of the finger. */
const maxCorrected = 16

/** What else tells whether a word is misspelt, and for which. */
export interface SpellingHelp {
  /** Of the language that the library is in, or one of them; null where there is no list of its words. */
  usual: UsualWords | null
  /** Hardly anything is in another language: a word that the list lacks is none, or a name. */
  isOneLanguage: boolean
  /** Others are not suggested. */
  isOffered: (word: string) => boolean
  /** How much likelier what else was typed makes a word. @param others known words */
  weighBeside: (others: readonly string[]) => NonNullable<NearOptions['weigh']>
}

const noHelp: SpellingHelp = {
  usual: null,
  isOneLanguage: false,
  isOffered: () => true,
  weighBeside: () => (_word, passages) => passages,
}

interface Replacement {
  from: number
  to: number
  text: string
}

/**
 * The query with each unknown word replaced by the nearest known one, run-together words parted and parted ones joined;
 * all else, quotes and operators among it, as typed. Null when there is nothing to correct.
 * @param text white space collapsed to single spaces
 * @param words those of `text` that may be corrected, in order
 */
export function suggestSpelling(
  text: string,
  vocabulary: SpellingVocabulary,
  words: readonly Token[],
  help: SpellingHelp = noHelp,
): string | null {
  const replacements: Replacement[] = []
  const rarest = listKnown(words, vocabulary)
  let doubted = 0
  for (let index = 0; index < words.length; index++) {
    const [word, next] = [words[index] as Token, words[index + 1]]
    const joined = next && isBeside(text, word, next) ? joinWords(word, next, vocabulary) : null
    if (joined !== null && next) {
      replacements.push({
        from: word.from,
        to: next.to,
        text: inCaseOf(text.slice(word.from, word.to), joined),
      })
      index += 1
      continue
    }
    if (vocabulary.countOf(word.token) === 0 && ++doubted > maxCorrected) break
    const corrected = correctWord(word.token, vocabulary, help, () =>
      help.weighBeside(rarest.filter((other) => other !== word.token).slice(0, maxWordsBeside)),
    )
    if (corrected !== null)
      replacements.push({ ...word, text: inCaseOf(text.slice(word.from, word.to), corrected) })
  }
  return replacements.length > 0 ? replaceAll(text, replacements) : null
}

/** The rarest first, which say most. */
const listKnown = (words: readonly Token[], vocabulary: SpellingVocabulary): string[] =>
  [...new Set(words.map(({ token }) => token))]
    .map((token) => ({ token, passages: vocabulary.passagesOf(token) }))
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => a.passages - b.passages)
    .map(({ token }) => token)

function correctWord(
  word: string,
  vocabulary: SpellingVocabulary,
  { usual, isOneLanguage, isOffered }: SpellingHelp,
  weighBeside: () => NonNullable<NearOptions['weigh']>,
): string | null {
  if (!canBeCorrected(word)) return null
  const passages = vocabulary.passagesOf(word)
  const frequency = usual?.frequency(word) ?? 0
  const isStrange = usual !== null && isOneLanguage && frequency === 0
  if (passages > 0 && isStrange && vocabulary.countOf(word) === 0)
    return correctForm(word, vocabulary, isOffered)
  if (passages > maxPassagesOfDoubt) return null
  if (passages > 0 || frequency > 0) {
    if (word.length < minLettersOfDoubt) return null
    const isMuchMoreUsual = (near: NearWord): boolean =>
      near.passages >= Math.max(1, passages) * minTimesAsFrequent ||
      (passages === 0 && (usual?.frequency(near.word) ?? 0) >= frequency + minTimesAsUsual)
    return findSlip(word, vocabulary, (near) => isOffered(near.word) && isMuchMoreUsual(near))
  }
  const [nearest] = vocabulary
    .findNearest(word, { isStrange, weigh: weighBeside() })
    .filter((near) => isOffered(near.word))
  const parted = partWord(word, vocabulary)
  // A run-together word is a likelier slip than two letters that sound otherwise.
  const isNear = nearest !== undefined && (nearest.distance === 1 || nearest.isSlip)
  return isNear ? nearest.word : (parted ?? nearest?.word ?? null)
}

/** Nobody writes `minning`, which would be found as `min`. */
const correctForm = (
  word: string,
  vocabulary: SpellingVocabulary,
  isOffered: SpellingHelp['isOffered'],
): string | null =>
  findSlip(
    word,
    vocabulary,
    (near) =>
      near.passages >= minPassagesOfPart && isOffered(near.word) && !vocabulary.isFoundAs(word, near.word),
  )

const findSlip = (
  word: string,
  vocabulary: SpellingVocabulary,
  isMeant: (near: NearWord) => boolean,
): string | null =>
  vocabulary.findNearest(word, { maxDistance: 1 }).find((near) => near.isSlip && isMeant(near))?.word ?? null

/** The two known words of which the word is made: those whose rarer one is most frequent. */
function partWord(word: string, vocabulary: SpellingVocabulary): string | null {
  let best: { text: string; count: number } | null = null
  for (let at = minPartLetters; at <= word.length - minPartLetters; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    const count = Math.min(vocabulary.passagesOf(first), vocabulary.passagesOf(second))
    if (count >= minPassagesOfPart && count > (best?.count ?? 0)) best = { text: `${first} ${second}`, count }
  }
  return best?.text ?? null
}

function joinWords(
  { token: first }: Token,
  { token: second }: Token,
  vocabulary: SpellingVocabulary,
): string | null {
  const joined = first + second
  const isWord = canBeSuggested(joined) && first.length >= 2 && second.length >= 2
  // As it is written: an ending of another language makes no word of `next ste`.
  const passages = isWord ? vocabulary.countOf(joined) : 0
  if (passages < minPassagesOfPart) return null
  const bothKnown = vocabulary.passagesOf(first) > 0 && vocabulary.passagesOf(second) > 0
  return bothKnown ? null : joined
}

const isBeside = (text: string, { to }: Token, { from }: Token): boolean => /^\s+$/.test(text.slice(to, from))

function inCaseOf(typed: string, word: string): string {
  // Folding took letters apart (한); they are shown whole.
  const whole = word.normalize('NFC')
  if (/\p{Ll}/u.test(typed)) return /^\p{Lu}/u.test(typed) ? capitalize(whole) : whole
  return /\p{Lu}/u.test(typed) ? whole.toUpperCase() : whole
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  let result = ''
  let place = 0
  for (const { from, to, text: replacement } of replacements) {
    result += text.slice(place, from) + replacement
    place = to
  }
  return result + text.slice(place)
}
