import { foldWord } from './tokenize.js'
import { readEnglishWords } from './word-lists.js'

/** How usual a word is in English at large: one that is usual is not misspelt, though the library lacks it. */
export interface UsualWords {
  /** log10 of occurrences in a billion words, of a folded word; 0 for one that the list lacks. */
  frequency(word: string): number
}

let english: UsualWords | undefined

/** Read once; some 30 ms and 4 MB. */
export function loadEnglishWords(): UsualWords {
  english ??= read()
  return english
}

function read(): UsualWords {
  const frequencies = new Map<string, number>()
  for (const { word, frequency } of readEnglishWords()) {
    const folded = foldWord(word)
    if (!frequencies.has(folded)) frequencies.set(folded, frequency)
  }
  return { frequency: (word) => frequencies.get(word) ?? 0 }
}
