import type { SpokenSentence, WrittenPart } from './aligned-texts.js'
import type { WordReader } from './word-reader.js'

/**
 * How much more likely the words of each sentence of a recording are when it is about a part of the post than when it
 * is about anything: the log-likelihood ratio of a mixture of the part's words and all words to all words alone, as in
 * topic tracking. Words that all parts share tell nothing, by themselves.
 */

/** Share of the words of a talk about a part that come from the part. */
const partShare = 0.25
/** A title says more about what a part is about than its other words. */
const titleWeight = 3
/** What is usual is known of the language before it is counted: as much as so many words tell. */
const usualWords = 3000
/** In nats. One word, however rare, may be said in passing. */
const maxWord = 5

/** [part][sentence], in nats, each word of a sentence counted once; 0 where nothing tells. */
export function weighWords(
  parts: readonly WrittenPart[],
  spoken: readonly SpokenSentence[],
  { usualShare }: Pick<WordReader, 'usualShare'>,
): Float32Array[] {
  const { counts, total } = countWords([...spoken, ...parts.flatMap(({ sentences }) => sentences)])
  const usual = (word: string): number =>
    ((counts.get(word) ?? 0) + 0.5 + usualWords * usualShare(word)) / (total + usualWords)
  const told = new Map<string, { part: number; gain: number }[]>()
  for (const [part, written] of parts.entries()) {
    for (const [word, gain] of gainsOf(written, usual)) {
      const known = told.get(word)
      if (known) known.push({ part, gain })
      else told.set(word, [{ part, gain }])
    }
  }
  const evidence = parts.map(() => new Float32Array(spoken.length))
  for (const [at, { words }] of spoken.entries()) {
    for (const word of new Set(words))
      for (const { part, gain } of told.get(word) ?? []) {
        const row = evidence[part]
        if (row) row[at] = (row[at] ?? 0) + gain
      }
  }
  return evidence
}

interface WordCounts {
  counts: Map<string, number>
  total: number
}

function countWords(texts: readonly { words: readonly string[] }[]): WordCounts {
  const counts = new Map<string, number>()
  let total = 0
  for (const { words } of texts) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    total += words.length
  }
  return { counts, total }
}

/** What each word of a part tells for it; those that tell against it are left out. */
function gainsOf({ title, sentences }: WrittenPart, usual: (word: string) => number): Map<string, number> {
  const titles = Array.from({ length: titleWeight - 1 }, () => ({ words: title }))
  const own = countWords([...sentences, ...titles])
  const gains = new Map<string, number>()
  for (const [word, count] of own.counts) {
    const gain = Math.log(1 - partShare + (partShare * count) / own.total / usual(word))
    if (gain > 0) gains.set(word, Math.min(maxWord, gain))
  }
  return gains
}
