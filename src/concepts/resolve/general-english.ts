import { readEnglishWords, readGivenNames } from '../../index/word-lists.js'
import { conceptKey } from '../concept-key.js'

/** How usual a word is in English at large, against which a library's own words stand out. */

/** Zipf frequency of a word that the list lacks: it is rarer than the rarest one there. */
const unknownFrequency = 2.3
/**
 * A word more makes a phrase rarer by this much, in powers of ten: less than if words came together by chance (2 to 4),
 * since phrases are no chance.
 */
const rarerByWord = 1.3

export interface GeneralEnglish {
  /** log10 of occurrences in a billion words; of a phrase an estimate from its rarest word. @param key `conceptKey` */
  frequency(key: string): number
  isGivenName(word: string): boolean
}

let loaded: GeneralEnglish | undefined

/** Read once; some 40 ms and 6 MB. */
export function loadGeneralEnglish(): GeneralEnglish {
  loaded ??= read()
  return loaded
}

function read(): GeneralEnglish {
  const frequencies = new Map<string, number>()
  for (const { word, frequency } of readEnglishWords()) {
    const key = conceptKey(word)
    // A word and its plural are one key: the more frequent one counts.
    if (!frequencies.has(key)) frequencies.set(key, frequency)
  }
  const givenNames = new Set(readGivenNames())
  const ofWord = (word: string) => frequencies.get(word) ?? unknownFrequency
  return {
    frequency(key) {
      const words = key.split(' ').filter((word) => word !== 'of')
      return Math.min(...words.map(ofWord)) - rarerByWord * (words.length - 1)
    },
    isGivenName: (word) => givenNames.has(word),
  }
}
