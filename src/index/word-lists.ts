import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-info.js'

/** The word lists that come with the program (`data/words`), as they are: who asks keeps them in a form of its own. */

/** Words of English, most usual first, with the log10 of their occurrences in a billion words. */
export const readEnglishWords = (): { word: string; frequency: number }[] =>
  readLines('en.txt').flatMap((line) => {
    const [frequency, ...words] = line.split(' ')
    return words.map((word) => ({ word, frequency: Number(frequency) }))
  })

/** Given names, in small letters. */
export const readGivenNames = (): string[] => readLines('given-names.txt')

const readLines = (name: string): string[] =>
  readFileSync(join(packageRoot, 'data', 'words', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
