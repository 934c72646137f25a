import { foldWord } from '../index/tokenize.js'

/**
 * What sort of search a query is, for weighing words against meaning.
 * - `identifier`: a name that only its exact form finds (`BIP 324`, `Bitcoin Core #27278`, `0.21.1`)
 * - `question`: asked as one
 * - `phrase`: remembered words, in quotes
 * - `words`: anything else
 */
export type QueryKind = 'identifier' | 'phrase' | 'question' | 'words'

/** Digits, `#`, `_`, `C++`, and names with a dot inside (`mempool.space`, not `U.S.`). */
const identifierWord = /[\p{N}_#]|\p{L}{2}\.\p{L}{2}|\+\+/u
/** A longer query says more than a name. */
const maxIdentifierWords = 6
/** `Bitcoin Core #27278` has one word in three that is the identifier; `Implement BIP352 in the wallet` is about more. */
const minIdentifierShare = 1 / 3

const combine = (firsts: string, seconds: string): string[] =>
  firsts.split(' ').flatMap((first) => seconds.split(' ').map((second) => `${first} ${second}`))

const questionWords = new Set(
  (
    'define explain what whats why whys how hows when where wheres who whos whom whose which is are was were does did can could should ' +
    'was wer wen wem wessen wie wieviel wo woher wohin wann warum wieso weshalb weswegen welche welchem welchen welcher ' +
    'welches wozu womit wodurch woran woraus worin worauf wofur wovon wovor wobei woruber worum inwiefern inwieweit ' +
    'erklare erklar erklaere erklaer definiere ist sind kann konnen darf durfen muss mussen soll sollen gibt ' +
    'que quoi quel quelle quels quelles quand ou comment pourquoi combien questce estce ' +
    'quien quienes cual cuales cuando cuanto cuanta cuantos donde como ' +
    'che chi quale quali dove perche quanto ' +
    'wat waar wanneer waarom hoe welke waarmee ' +
    'qual quais onde quem'
  ).split(' '),
)
/** With a preposition or article first. */
const questionPairs = new Set([
  'por que',
  'o que',
  'a que',
  'de que',
  'a quoi',
  'de quoi',
  'che cosa',
  'in which',
  'in what',
  // Bei welcher Temperatur, ab wann, für wen.
  ...combine(
    'ab an auf aus bei bis durch fur gegen in mit nach ohne seit uber um unter von vor zu',
    'wann welche welchem welchen welcher welches wem wen wie wo',
  ),
])
const unspacedQuestion =
  /(?:ですか|ますか|のか|とは|吗|呢)$|^(?:なぜ|どうして|どうやって|どう|何|誰|いつ|どこ|どの|为什么|為什麼|怎么|怎麼|如何|什么|什麼|谁|誰)/u

export interface QuestionSigns {
  /** Part of it was quoted. */
  hasPhrase: boolean
  /** Its first words were. */
  beginsQuoted: boolean
  /** It has words such as `between`: names of things have none. */
  hasFunctionWords: boolean
}

/** @param question the query without operators, exclusions and quotes */
export function recognizeKind(
  question: string,
  { hasPhrase, beginsQuoted, hasFunctionWords }: QuestionSigns,
): QueryKind {
  if (/[?？؟]$/u.test(question)) return 'question'
  const words = question.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (!beginsQuoted && asks(words)) return 'question'
  if (!hasFunctionWords && isIdentifier(words)) return 'identifier'
  return hasPhrase ? 'phrase' : 'words'
}

function asks(words: readonly string[]): boolean {
  const [first = '', second = ''] = words.slice(0, 2).map(foldWord)
  if (words.length > 1 && (questionWords.has(first) || questionPairs.has(`${first} ${second}`))) return true
  return unspacedQuestion.test(words.join(' '))
}

function isIdentifier(words: readonly string[]): boolean {
  if (words.length > maxIdentifierWords) return false
  if (words.some((word) => /^#\p{N}/u.test(word))) return true
  return (
    words.filter((word) => identifierWord.test(word)).length >= Math.max(1, words.length * minIdentifierShare)
  )
}
