import { stem } from '../../index/analyze.js'
import { keyWords } from '../concept-key.js'

/**
 * What the section of a post says of a thing, said again by somebody who names it: people explain without any of the forms
 * of a definition, but hardly without the words.
 */

/** Stems of the words of a section that say what it is about → how much each does. */
export type TellingWords = ReadonlyMap<string, number>

/** Sentences [from, to) of a passage. */
export interface SaidAgain {
  from: number
  to: number
  strength: number
}

/**
 * Of the weight of the section's words, from where on a passage explains. In the bundled sample 16 of 42 passages that name
 * what a post explains are above, all of them rightly; in 133 transcripts of another field than the posts', none of 138.
 */
const minShare = 0.25
/** From here on it says all of it. */
const fullShare = 0.6
/** Two words come together by chance. */
const minWords = 3
/** Below that of a plain definition: where there is one too, it says it better. */
const strengths = { least: 0.65, most: 0.7 }
/** Sentences before the one that names it, and after: the three that say most of it are quoted. */
const reach = 2

/** The stems of a word are those of English; of another language that of the word as it stands. */
export const tellingStem = (key: string): string => stem(key, 'en')

/** Stems of each sentence. */
export const stemSentences = (sentences: readonly string[]): Set<string>[] =>
  sentences.map((sentence) => new Set(keyWords(sentence).map(({ key }) => tellingStem(key))))

/**
 * @param said stems of the sentences of a passage @param named position of the one that names the thing
 * @param sections what posts say of it; null where none of them is said again
 */
export function findSaidAgain(
  said: readonly ReadonlySet<string>[],
  named: number,
  sections: readonly TellingWords[],
): SaidAgain | null {
  let best: SaidAgain | null = null
  for (const words of sections) {
    const total = sum(words.values())
    const shared = new Map([...words].filter(([word]) => said.some((sentence) => sentence.has(word))))
    const share = total === 0 ? 0 : sum(shared.values()) / total
    if (shared.size < minWords || share < minShare) continue
    const { from, to, weight } = chooseSentences(said, named, shared)
    // Of two names of one thing the one that stands where more is said of it.
    const quoted = (share + weight / total) / 2
    const fullness = Math.max(0, Math.min(1, (quoted - minShare) / (fullShare - minShare)))
    const strength = strengths.least + (strengths.most - strengths.least) * fullness
    if (strength > (best?.strength ?? 0)) best = { from, to, strength }
  }
  return best
}

/** The sentences around the name that say most of it; of equals the later ones: what follows a name explains it. */
function chooseSentences(
  said: readonly ReadonlySet<string>[],
  named: number,
  words: TellingWords,
): { from: number; to: number; weight: number } {
  let best = { from: named, to: named + 1, weight: -1 }
  for (let from = named; from >= Math.max(0, named - reach); from--) {
    const to = Math.min(said.length, from + reach + 1)
    const run = said.slice(from, to)
    const weight = sum([...words].map(([word, each]) => (run.some((one) => one.has(word)) ? each : 0)))
    if (weight > best.weight) best = { from, to, weight }
  }
  return best
}

const sum = (weights: Iterable<number>): number => [...weights].reduce((total, weight) => total + weight, 0)
