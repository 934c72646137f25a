import type { SpokenSentence, WrittenPart } from './aligned-texts.js'

/**
 * How much a sentence sounds as if a part of the post began with it: it names the part, it turns to something else
 * (`next`, `moving on`), somebody else takes over.
 */
export interface Introductions {
  /**
   * [part][sentence], 0 to 1: the share of the words of its title, by their rarity, that is said here (or, at half, in
   * the sentence after) and was not said just before.
   */
  named: Float32Array[]
  /** The same of the heading above it. */
  above: Float32Array[]
  /** [sentence]: 1 where words turn to something else. */
  turns: Uint8Array
  /** [sentence]: 1 where another speaker begins. */
  speakers: Uint8Array
  /** [sentence]: 1 where the publisher begins a chapter; its title counts as said. */
  chapters: Uint8Array
}

/** Stems, of English: in another language names and speakers have to do. */
const turnWords = new Set('next move last final first firstli second secondli third anoth jump'.split(' '))
/** What turns to something else does so at once. */
const turnReach = 12

export function findIntroductions(
  parts: readonly WrittenPart[],
  spoken: readonly SpokenSentence[],
): Introductions {
  const said = spoken.map(({ words, chapter }) => new Set([...words, ...(chapter ?? [])]))
  const inSpoken = countHolders(said)
  const inParts = countHolders(
    parts.map(({ title, sentences }) => new Set([...title, ...sentences.flatMap(({ words }) => words)])),
  )
  const rarity = (word: string): number =>
    Math.log(1 + parts.length / (inParts.get(word) ?? 1)) *
    Math.log(1 + spoken.length / (1 + (inSpoken.get(word) ?? 0)))
  const named: Float32Array[] = []
  const aboves: Float32Array[] = []
  for (const { title, above } of parts) {
    named.push(shareSaid(title, said, rarity))
    aboves.push(shareSaid(above, said, rarity))
  }
  return {
    named,
    above: aboves,
    turns: Uint8Array.from(spoken, ({ words }) => Number(hasTurn(words))),
    speakers: Uint8Array.from(spoken, ({ speaker }, at) => Number(spoken[at - 1]?.speaker !== speaker)),
    chapters: Uint8Array.from(spoken, ({ chapter }) => Number(chapter !== null)),
  }
}

const hasTurn = (words: readonly string[]): boolean =>
  words.slice(0, turnReach).some((word) => turnWords.has(word))

/** In how many sets each word is. */
function countHolders(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function shareSaid(
  title: readonly string[],
  said: readonly ReadonlySet<string>[],
  rarity: (word: string) => number,
): Float32Array {
  const weights = new Map(title.map((word) => [word, rarity(word)]))
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const row = new Float32Array(said.length)
  if (total === 0) return row
  for (const [at, here] of said.entries()) {
    const before = said[at - 1]
    const after = said[at + 1]
    let share = 0
    for (const [word, weight] of weights)
      if (!before?.has(word)) share += here.has(word) ? weight : after?.has(word) ? weight / 2 : 0
    row[at] = share / total
  }
  return row
}
