import { generalWords } from '../extract/talk-words.js'
import type { GeneralEnglish } from './general-english.js'
import type { TermTable, TermTotal } from './term-table.js'

/**
 * Termhood: how much a phrase is a term of this library. After C-value (Frantzi, Ananiadou and Mima 2000: a phrase that
 * stands alone weighs more than one that is part of longer ones) and weirdness (Ahmad, Gillam and Tostevin 1999: how much
 * more often it is said here than in English at large), times its spread over documents.
 */

/** A document that is read and not heard counts half: what is said is what listeners look for. */
const postWeight = 0.5

/** A general word is an idea where it is said this many powers of ten more often than elsewhere: `limit` in mathematics. */
const usualHere = 1.7
/** A proper name that is said only as part of a longer one is the name of nothing: the `Core` of `Bitcoin Core`. */
const leastAlone = 0.05

/**
 * weirdness × ln(1 + spread) × independence × persistence × association; 0 for what is no more usual here than elsewhere.
 * Each of the last three is at most 1.
 */
export function rankTerm(term: TermTotal, table: TermTable, english: GeneralEnglish): number {
  const { key, count, alone, inside, capital, documents, recordings } = term
  const weirdness = Math.log10(count / table.size) + 9 - english.frequency(key)
  if (weirdness <= (generalWords.has(key) ? usualHere : 0)) return 0
  if (!key.includes(' ') && capital > inside / 2 && alone < leastAlone * count) return 0
  const spread = recordings + postWeight * (documents - recordings)
  const independence = 0.3 + 0.7 * Math.min(1, (2 * alone) / count)
  // Said once wherever it is said (a spelled-out abbreviation, a greeting), it is not spoken about.
  const persistence = Math.min(1, 0.4 + 0.3 * (count / documents - 1))
  return (
    weirdness *
    Math.log(1 + spread) *
    independence *
    persistence *
    associate(key, count, table) *
    (isComposed(term, table) ? composedShare : 1)
  )
}

/** Powers of ten by which the parts of a term come together more often than by chance: from nothing to certain. */
const association = { none: 0.6, full: 2 }
/** What is left of a phrase whose parts merely meet. */
const leastAssociation = 0.15

/** Pointwise mutual information (Church and Hanks 1990) at the weakest joint, brought to [leastAssociation, 1]. */
function associate(key: string, count: number, table: TermTable): number {
  const words = key.split(' ')
  let weakest = association.full
  for (let joint = 1; joint < words.length; joint++) {
    const [left, right] = [words.slice(0, joint), words.slice(joint)].map((part) => countPart(part, table))
    const information = Math.log10((count * table.size) / ((left ?? 1) * (right ?? 1)))
    weakest = Math.min(weakest, information)
  }
  const share = (weakest - association.none) / (association.full - association.none)
  return Math.max(leastAssociation, Math.min(1, share))
}

/** What is left of a phrase that says no more than its parts. */
const composedShare = 0.5

/** `Utreexo node`: both parts are said by themselves far more often, and it is no proper name. */
function isComposed({ key, count, inside, capital }: TermTotal, table: TermTable): boolean {
  const words = key.split(' ')
  if (words.length < 2 || capital > inside / 2) return false
  const isFamiliar = (part: string) => (table.get(part)?.alone ?? 0) > 2 * count
  return words.some(
    (_, joint) =>
      joint > 0 && isFamiliar(words.slice(0, joint).join(' ')) && isFamiliar(words.slice(joint).join(' ')),
  )
}

/** A part that is no phrase by itself is as frequent as its rarest word. */
function countPart(words: readonly string[], table: TermTable): number {
  const asPhrase = table.countOf(words.join(' '))
  return asPhrase > 0 ? asPhrase : Math.max(1, Math.min(...words.map((word) => table.countOf(word))))
}
