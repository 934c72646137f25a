import type { SpokenSentence, WrittenPart } from './aligned-texts.js'
import { findIntroductions } from './introductions.js'
import { compareMeaning } from './meaning-evidence.js'
import { weighWords } from './word-evidence.js'
import type { WordReader } from './word-reader.js'

/** All that tells where the parts of a post are said in a recording, weighed against one another. */
export interface Evidence {
  /** [part][sentence]: that it is about the part, in nats. */
  about: Float32Array[]
  /** [part][sentence]: that the part begins there, in nats. */
  begins: Float32Array[]
  /** [part][sentence]: share of the part's title that is said there anew. */
  named: Float32Array[]
  /** [sentence]: 1 where words turn to something else, or a chapter begins. */
  turns: Uint8Array
}

/** Found on every other recap of Optech, where half or twice of each changes little; chapters are not there to tune on. */
const weights = { words: 0.35, meaning: 3.5, named: 5.5, above: 1, turn: 1.2, speaker: 0.7, chapter: 3 }
/** An advertisement is about nothing that a post tells. */
const adPenalty = 20

/** Cost: sentences of both × dimensions, nearly all of it for the meaning. */
export function gatherEvidence(
  parts: readonly WrittenPart[],
  spoken: readonly SpokenSentence[],
  reader: Pick<WordReader, 'usualShare'>,
): Evidence {
  const words = weighWords(parts, spoken, reader)
  const meaning = compareMeaning(parts, spoken)
  const { named, above, turns, speakers, chapters } = findIntroductions(parts, spoken)
  const about: Float32Array[] = []
  const begins: Float32Array[] = []
  for (const part of parts.keys()) {
    about.push(
      Float32Array.from(
        spoken,
        ({ ad }, at) =>
          weights.words * (words[part]?.[at] ?? 0) +
          weights.meaning * (meaning[part]?.[at] ?? 0) -
          adPenalty * Number(ad),
      ),
    )
    begins.push(
      Float32Array.from(
        spoken,
        (_, at) =>
          weights.named * (named[part]?.[at] ?? 0) +
          weights.above * (above[part]?.[at] ?? 0) +
          weights.turn * (turns[at] ?? 0) +
          weights.speaker * (speakers[at] ?? 0) +
          weights.chapter * (chapters[at] ?? 0),
      ),
    )
  }
  return { about, begins, named, turns: turns.map((turn, at) => turn | (chapters[at] ?? 0)) }
}
