import type { Token } from './analyze.js'
import { canBeSuggested, type SpellingVocabulary } from './spelling-vocabulary.js'

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
/** Unknown words whose neighbours are looked for, some milliseconds each: pasted text is no slip of the finger. */
const maxCorrected = 16

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
): string | null {
  const replacements: Replacement[] = []
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
    if (vocabulary.passagesOf(word.token) === 0 && ++doubted > maxCorrected) break
    const corrected = correctWord(word.token, vocabulary)
    if (corrected !== null)
      replacements.push({ ...word, text: inCaseOf(text.slice(word.from, word.to), corrected) })
  }
  return replacements.length > 0 ? replaceAll(text, replacements) : null
}

function correctWord(word: string, vocabulary: SpellingVocabulary): string | null {
  if (!canBeSuggested(word)) return null
  const passages = vocabulary.passagesOf(word)
  if (passages > maxPassagesOfDoubt) return null
  if (passages > 0) {
    if (word.length < minLettersOfDoubt) return null
    const enough = passages * minTimesAsFrequent
    const slip = vocabulary.findNearest(word, 1).find((near) => near.isSlip && near.passages >= enough)
    return slip?.word ?? null
  }
  const [nearest] = vocabulary.findNearest(word)
  const parted = partWord(word, vocabulary)
  // A run-together word is a likelier slip than two letters that sound otherwise.
  const isNear = nearest !== undefined && (nearest.distance === 1 || nearest.isSlip)
  return isNear ? nearest.word : (parted ?? nearest?.word ?? null)
}

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
  const passages = isWord ? vocabulary.passagesOf(joined) : 0
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
