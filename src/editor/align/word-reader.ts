import { loadGeneralEnglish } from '../../concepts/resolve/general-english.js'
import { conceptKey } from '../../concepts/concept-key.js'
import { primarySubtag, stem } from '../../index/analyze.js'
import { tokenize } from '../../index/tokenize.js'

/** Reads texts of one language as stems, and knows how usual each word is that it has read. */
export interface WordReader {
  /** In order, small words included. */
  read(text: string): string[]
  /** Of how many words of the language it is one, as a share; 0 for a language of which nothing is known. */
  usualShare(stem: string): number
}

/** @param language of both texts, BCP 47. Cost: once some 40 ms for English. */
export function openWordReader(language: string | null): WordReader {
  const general = primarySubtag(language) === 'en' ? loadGeneralEnglish() : null
  const shares = new Map<string, number>()
  const stems = new Map<string, string>()
  const know = (token: string): string => {
    const stemmed = stem(token, language)
    stems.set(token, stemmed)
    // Zipf's scale is the logarithm of occurrences in a billion words.
    const share = general ? 10 ** (general.frequency(conceptKey(token)) - 9) : 0
    shares.set(stemmed, (shares.get(stemmed) ?? 0) + share)
    return stemmed
  }
  return {
    read: (text) => tokenize(text).map(({ token }) => stems.get(token) ?? know(token)),
    usualShare: (word) => shares.get(word) ?? 0,
  }
}
