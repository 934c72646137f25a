import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-info.js'
import { foldWord } from './analyze.js'

/** How usual a word is in English at large: one that is usual is not misspelt, though the library lacks it. */
export interface UsualWords {
  /** log10 of occurrences in a billion words, of a folded word; 0 for one that the list lacks. */
  frequency(word: string): number
}

let english: UsualWords | undefined

/** Read once; some 30 ms and 4 MB. */
export function loadEnglishWords(): UsualWords {
  english ??= read(readFileSync(join(packageRoot, 'data', 'words', 'en.txt'), 'utf8'))
  return english
}

function read(list: string): UsualWords {
  const frequencies = new Map<string, number>()
  for (const line of list.split('\n')) {
    if (line.startsWith('#')) continue
    const [frequency, ...words] = line.split(' ')
    for (const word of words.map(foldWord))
      if (!frequencies.has(word)) frequencies.set(word, Number(frequency))
  }
  return { frequency: (word) => frequencies.get(word) ?? 0 }
}
