import type { Passage } from '../../src/domain/passage.js'

/** How long each sentence of a spoken passage takes. */
export const sentenceMs = 4000

/** A passage of sentences that are spoken one after the other from `startMs`; null: written. */
export function spoken(startMs: number | null, ...texts: string[]): Partial<Passage> {
  const timeOf = (at: number) => (startMs === null ? null : startMs + at * sentenceMs)
  let from = 0
  const sentences = texts.map((text, at) => {
    const sentence = {
      from,
      to: from + text.length,
      startMs: timeOf(at),
      endMs: timeOf(at + 1),
      speaker: null,
    }
    from = sentence.to + 1
    return sentence
  })
  return { text: texts.join(' '), startMs, endMs: timeOf(texts.length), sentences }
}
