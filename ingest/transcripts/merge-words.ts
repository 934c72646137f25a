import type { Cue } from '../../src/domain/cue.js'

/** One word, syllable or mark as a recogniser heard it; its text may bring its own white space along. */
export interface Word {
  text: string
  /** Either may be missing: recognisers do not align numbers, for example. */
  startMs: number | null
  endMs: number | null
  speaker: string | null
}

interface PlacedWord extends Word {
  startMs: number
  endMs: number
}

/** A line that can be read at a glance, and short enough to jump into. */
const maxCueMs = 6_000
/** Two caption lines and a half, where times are missing or wrong. */
const maxCueLength = 120
/** A sentence that is over sooner (`Yes.`) shares its cue with the next one. */
const minCueMs = 1_000
/** A breath; hesitant speech breathes after every word, so it ends a cue of a few words only. */
const breathMs = 700
const minBreathWords = 3
/** A silence, which always ends a cue. */
const silenceMs = 2_000
/** How long a word lasts at most when only its start is known. */
const maxWordMs = 1_000
/** At this share of words with white space around them, words without are parts of words. */
const minSpacedShare = 0.2

const sentenceEnd = /[.!?…‼⁇。！？｡।؟۔]["'”’»)\]」』）]*$/u
const clauseEnd = /[,;:–—，、；：]["'”’»)\]」』）]*$/u
const unspacedScript =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3000-\u303f\uff00-\uffef]/u
/** What stands against the word before it: closing marks alone, and what English cuts off (`'s`, `n't`). */
const leansBack = /^(?:[,.;:!?…%)\]}”»’]+|['’](?:s|t|re|ve|ll|d|m)|n['’]t)$/iu
const leansForward = /^[([{“«¿¡$€£#]+$/u

/**
 * Joins words to cues of whole sentences or phrases of one speaker: a cue ends with a sentence, a breath, at a change of
 * speaker, or where it grows longer than six seconds, at its last clause. Words without times share the room between
 * their neighbours; with none at all, cues have none. Words stay in their order, none is lost. Linear.
 */
export function mergeWords(words: readonly Word[]): Cue[] {
  const spoken = words.filter(({ text }) => text.trim() !== '')
  const placed = placeWords(spoken, { startMs: null, endMs: null })
  const joiner = isSpaced(spoken) ? joinSpaced : joinUnspaced
  if (placed === null)
    return new CueBuilder(joiner)
      .build(spoken.map((word) => ({ ...word, startMs: 0, endMs: 0 })))
      .map(withoutTimes)
  return new CueBuilder(joiner).build(placed)
}

const withoutTimes = (cue: Cue): Cue => ({ ...cue, startMs: null, endMs: null })

/**
 * Gives every word a time: missing ones share the room between their known neighbours, or the bounds, by length of
 * text. An end before its start becomes the start. Null when there is not one time to begin with.
 */
export function placeWords(
  words: readonly Word[],
  bounds: { startMs: number | null; endMs: number | null },
): PlacedWord[] | null {
  const placed: PlacedWord[] = []
  let pending: Word[] = []
  let freeMs = bounds.startMs
  const flush = (untilMs: number) => {
    const from = Math.min(freeMs ?? untilMs, untilMs)
    const totalLength = pending.reduce((sum, { text }) => sum + text.length, 0)
    let lengthBefore = 0
    for (const word of pending) {
      const startMs = from + Math.round(((untilMs - from) * lengthBefore) / totalLength)
      lengthBefore += word.text.length
      const endMs = from + Math.round(((untilMs - from) * lengthBefore) / totalLength)
      placed.push({ ...word, startMs, endMs })
    }
    pending = []
  }
  for (const [index, word] of words.entries()) {
    const startMs = word.startMs
    if (startMs === null) {
      pending.push(word)
      continue
    }
    flush(startMs)
    const nextMs = words[index + 1]?.startMs ?? bounds.endMs ?? Infinity
    const estimatedMs = Math.min(Math.max(nextMs, startMs), startMs + maxWordMs)
    const endMs = Math.max(word.endMs ?? estimatedMs, startMs)
    placed.push({ ...word, startMs, endMs })
    freeMs = endMs
  }
  if (pending.length === 0) return placed
  const lastMs = bounds.endMs ?? freeMs
  if (lastMs === null) return null
  flush(Math.max(lastMs, freeMs ?? lastMs))
  return placed
}

/** Whether the words bring their own spaces along, as Whisper's tokens do. */
export function isSpaced(words: readonly Word[]): boolean {
  const spaced = words.filter(({ text }) => /^\s|\s$/u.test(text)).length
  return spaced > words.length * minSpacedShare
}

/** What goes between two neighbours; null where they are parts of one word. */
type Joiner = (before: string, after: string) => '' | ' ' | null

const joinSpaced: Joiner = (before, after) => {
  if (areUnspaced(before, after)) return ''
  return /\s$/u.test(before) || /^\s/u.test(after) ? ' ' : null
}

const joinUnspaced: Joiner = (before, after) => {
  if (leansBack.test(after.trim()) || leansForward.test(before.trim())) return null
  return areUnspaced(before, after) ? '' : ' '
}

/** Both in scripts that put no spaces between words. */
const areUnspaced = (before: string, after: string): boolean =>
  unspacedScript.test(before.trimEnd().slice(-1)) && unspacedScript.test(after.trimStart().slice(0, 1))

class CueBuilder {
  readonly #cues: Cue[] = []
  #open: PlacedWord[] = []
  #length = 0

  constructor(private readonly join: Joiner) {}

  build(words: readonly PlacedWord[]): Cue[] {
    for (const word of words) {
      if (this.#endsBefore(word)) this.#close(this.#open.length)
      else if (this.#isFull(word)) this.#close(this.#findCut())
      this.#open.push(word)
      this.#length += word.text.length + 1
    }
    this.#close(this.#open.length)
    return this.#cues
  }

  #endsBefore(next: PlacedWord): boolean {
    const first = this.#open[0]
    const last = this.#open.at(-1)
    if (first === undefined || last === undefined) return false
    if (last.speaker !== next.speaker || next.startMs < last.startMs) return true
    const pauseMs = next.startMs - last.endMs
    if (pauseMs >= silenceMs) return true
    if (this.join(last.text, next.text) === null) return false
    if (!sentenceEnd.test(last.text.trimEnd().slice(-4)))
      return pauseMs >= breathMs && this.#open.length >= minBreathWords
    const lengthMs = last.endMs - first.startMs
    // Without times no sentence is short.
    return lengthMs >= minCueMs || lengthMs === 0
  }

  #isFull(next: PlacedWord): boolean {
    const first = this.#open[0]
    if (first === undefined) return false
    return next.endMs - first.startMs > maxCueMs || this.#length + next.text.length > maxCueLength
  }

  /** How many words make a good cue: up to the last clause or the longest pause in the second half, or all of them. */
  #findCut(): number {
    const count = this.#open.length
    let cut = count
    let longestMs = 0
    for (let at = count - 1; at > count / 2; at -= 1) {
      const before = this.#open[at - 1]
      const after = this.#open[at]
      if (before === undefined || after === undefined || this.join(before.text, after.text) === null) continue
      if (clauseEnd.test(before.text.trimEnd().slice(-4))) return at
      const pauseMs = after.startMs - before.endMs
      if (pauseMs <= longestMs) continue
      longestMs = pauseMs
      cut = at
    }
    return cut
  }

  #close(count: number): void {
    const words = this.#open.slice(0, count)
    const [first] = words
    this.#open = this.#open.slice(count)
    this.#length = this.#open.reduce((sum, { text }) => sum + text.length + 1, 0)
    if (first === undefined) return
    let text = ''
    let endMs = first.endMs
    for (const [index, word] of words.entries()) {
      const before = words[index - 1]
      text += `${before === undefined ? '' : (this.join(before.text, word.text) ?? '')}${word.text.trim()}`
      endMs = Math.max(endMs, word.endMs)
    }
    this.#cues.push({
      startMs: first.startMs,
      endMs,
      speaker: first.speaker,
      text: text.replace(/\s+/gu, ' '),
    })
  }
}
