import { foldWord } from '../../index/tokenize.js'
import { stopWordLists } from '../../index/stop-words.js'
import { keyWords } from '../concept-key.js'
import { tellingStem, type TellingWords } from '../match/said-as-written.js'
import type { GeneralEnglish } from './general-english.js'
import type { ResolvedConcept } from './resolve-concepts.js'

/** Which words of an explanation say what it is about. */

/** Zipf frequency: words of English at large that are rarer tell. */
const tellingWord = 5.3
/** What is said everywhere tells nothing, and of rare words each tells alike: Zipf frequency, and weight. */
const everywhere = 6
const mostTelling = 4
/** Of any language: English at large does not have those of others. */
const smallWords = new Set(Object.values(stopWordLists).flatMap((words) => words.split(' ').map(foldWord)))

export const isTelling = (key: string, english: GeneralEnglish): boolean =>
  key.length > 2 && english.frequency(key) < tellingWord && !smallWords.has(key)

/** The telling words of each section that explains it, without those of its names. */
export function sectionsOf(
  { keys, named }: Pick<ResolvedConcept, 'keys' | 'named'>,
  english: GeneralEnglish,
): TellingWords[] {
  const own = new Set(keys.flatMap((key) => key.split(' ')).map(tellingStem))
  const sections = new Set(named.map((place) => place.named).filter(({ sure }) => sure))
  return [...sections].flatMap(({ definition, analogy }) => {
    const words = new Map<string, number>()
    for (const { key } of definition === '' ? [] : keyWords(`${definition} ${analogy}`))
      if (isTelling(key, english) && !own.has(tellingStem(key)))
        words.set(tellingStem(key), Math.min(mostTelling, everywhere - english.frequency(key)))
    return words.size === 0 ? [] : [words]
  })
}
