import type { Cue, TimedSentence } from './timed-speech.js'

/** Clause marks, with the space after them: where a long sentence may be cut. */
const CLAUSE = /(?<=[,;])\s+/

/** A cue of several short sentences stays below this. */
const JOINED_CUE_MS = 3_500

/** Below this a piece of a sentence would flash by. */
const MIN_PIECE_MS = 1_200

/**
 * One cue a sentence, with two exceptions: a sentence longer than maxCueMs is cut at the pause of a comma, and short
 * sentences of one breath share a cue. Times are those of the speech: no cue starts or ends in a silence.
 */
export function cutCues(line: readonly TimedSentence[], maxCueMs: number): Cue[] {
  const cues: Cue[] = []
  for (const sentence of line) {
    const open = cues.at(-1)
    if (open && sentence.endMs - open.startMs <= JOINED_CUE_MS)
      cues.splice(-1, 1, { ...open, endMs: sentence.endMs, text: `${open.text} ${sentence.text}` })
    else cues.push(...cutSentence(sentence, maxCueMs))
  }
  return cues
}

function cutSentence({ speaker, text, startMs, endMs, pauses }: TimedSentence, maxCueMs: number): Cue[] {
  if (endMs - startMs <= maxCueMs) return [{ speaker, text, startMs, endMs }]
  const clauses = text.split(CLAUSE)
  // Only when the voice paused at every comma and nowhere else is it known which pause is which comma.
  const known = clauses.length === pauses.length + 1
  const middle = (startMs + endMs) / 2
  const best = pauses
    .map((pause, at) => ({ pause, at }))
    .filter(({ pause }) => pause.startMs - startMs >= MIN_PIECE_MS && endMs - pause.endMs >= MIN_PIECE_MS)
    .sort((a, b) => Math.abs(a.pause.startMs - middle) - Math.abs(b.pause.startMs - middle))[0]
  if (!known || !best) return [{ speaker, text, startMs, endMs }]
  const { pause, at } = best
  return [
    { startMs, endMs: pause.startMs, text: clauses.slice(0, at + 1), pauses: pauses.slice(0, at) },
    { startMs: pause.endMs, endMs, text: clauses.slice(at + 1), pauses: pauses.slice(at + 1) },
  ].flatMap((piece) => cutSentence({ ...piece, speaker, text: piece.text.join(' ') }, maxCueMs))
}
