import type { Paragraph } from './transcript-lines.js'

/** One who speaks in a transcript. */
export interface Speaker {
  name: string
  /** Index of the first line of each of their turns, ascending. */
  turns: number[]
  /** Of all that is said, by length of text, in [0, 1]. */
  share: number
}

/** Who speaks most comes first. Advertisements have no speakers; one voice alone is no list. */
export function listSpeakers(paragraphs: readonly Paragraph[]): Speaker[] {
  const speakers = new Map<string, { turns: number[]; length: number }>()
  let total = 0
  for (const { speaker, continued, ad, lines } of paragraphs) {
    const length = lines.reduce((sum, { text }) => sum + text.length, 0)
    if (ad || speaker === null) continue
    total += length
    const known = speakers.get(speaker) ?? { turns: [], length: 0 }
    known.length += length
    if ((!continued || known.turns.length === 0) && lines[0]) known.turns.push(lines[0].index)
    speakers.set(speaker, known)
  }
  return [...speakers]
    .map(([name, { turns, length }]) => ({ name, turns, share: total === 0 ? 0 : length / total }))
    .sort((a, b) => b.share - a.share)
}

/** The turn that begins after a line; the first after the last. */
export function nextTurn({ turns }: Pick<Speaker, 'turns'>, line: number): number {
  return turns.find((turn) => turn > line) ?? turns[0] ?? 0
}
