import type { TaggedCue } from '../src/domain/cue.js'
import { countWords } from './count-words.js'
import { cutLongText } from './cut-long-text.js'
import { findSentenceEnds } from './find-sentence-ends.js'

/** A sentence with its place in time, before it becomes part of a passage. */
export interface SpokenSentence {
  text: string
  /** Null together, when the cues have no times. */
  startMs: number | null
  endMs: number | null
  speaker: string | null
  /** Whether most of it lies in cues tagged as advertisement. */
  ad: boolean
  /** What told so, of the first of these cues; null when it is none. */
  adReason: string | null
}

/** A silence after which nobody is still in the same sentence, punctuation or not. */
const silenceMs = 4_000
/** A breath at which speech without punctuation is cut. */
const breathMs = 700
/** Breaths come faster in hesitant speech; a piece of fewer words goes on. */
const minBreathWords = 5
/** Length at which speech without punctuation is cut. */
const maxUnpunctuatedWords = 30
/** Pieces that an over-long sentence among well punctuated ones is cut into. */
const maxCutWords = 50
/** People do speak sentences of sixty words; what is longer lacks its punctuation. */
const maxSentenceWords = 80
/** Written speech has 10 to 20 words to a sentence; automatic captions without punctuation have none at all. */
const maxWordsPerEnd = 60

/**
 * Splits cues into sentences. Texts are joined by a space across cues (by nothing inside Chinese and Japanese), so a
 * sentence may span cues, but neither a change of speaker nor a silence. Times are interpolated by characters inside a
 * cue: exact at its edges. Without punctuation, speech is cut at breaths, cue ends and clauses. Linear in the text.
 */
export function splitSentences(
  cues: readonly TaggedCue[],
  { language = null }: { language?: string | null } = {},
): SpokenSentence[] {
  const runs = joinRuns(cues)
  const texts = runs.map((run) => ({ run, ends: findSentenceEnds(run.text, language) }))
  const endCount = texts.reduce((sum, { ends }) => sum + ends.length, 0)
  const wordCount = runs.reduce((sum, run) => sum + countWords(run.text), 0)
  const isPunctuated = wordCount <= endCount * maxWordsPerEnd
  return texts.flatMap(({ run, ends }) => {
    const pieces = ends.at(-1) === run.text.length ? ends : [...ends, run.text.length]
    return placeSentences(run, cutLongPieces(run, pieces, isPunctuated))
  })
}

interface PlacedCue extends TaggedCue {
  /** Half-open range in the text of the run. */
  from: number
  to: number
}

/** What one speaker says without a silence, as one text. */
interface Run {
  text: string
  cues: PlacedCue[]
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。！？「」]/u

function joinRuns(cues: readonly TaggedCue[]): Run[] {
  const runs: Run[] = []
  for (const cue of cues) {
    const run = runs.at(-1)
    const last = run?.cues.at(-1)
    if (
      run === undefined ||
      last === undefined ||
      last.speaker !== cue.speaker ||
      gapMs(last, cue) >= silenceMs
    ) {
      runs.push({ text: cue.text, cues: [{ ...cue, from: 0, to: cue.text.length }] })
      continue
    }
    const isTight = spaceless.test(last.text.at(-1) ?? '') && spaceless.test(cue.text[0] ?? '')
    const from = run.text.length + (isTight ? 0 : 1)
    run.text += isTight ? cue.text : ` ${cue.text}`
    run.cues.push({ ...cue, from, to: from + cue.text.length })
  }
  return runs
}

const gapMs = (before: TaggedCue, after: TaggedCue): number =>
  before.endMs === null || after.startMs === null ? 0 : after.startMs - before.endMs

function cutLongPieces(run: Run, ends: readonly number[], isPunctuated: boolean): number[] {
  const cut: number[] = []
  const maxWords = isPunctuated ? maxCutWords : maxUnpunctuatedWords
  let from = 0
  let cueAt = 0
  for (const to of ends) {
    const words = countWords(run.text.slice(from, to))
    const firstCue = cueAt
    while ((run.cues[cueAt]?.to ?? Infinity) < to) cueAt += 1
    if (words > maxSentenceWords || (!isPunctuated && words > minBreathWords))
      for (const part of cutAtBreaths(run, from, to, run.cues.slice(firstCue, cueAt + 1))) {
        const text = run.text.slice(part.from, part.to)
        for (const end of cutLongText(text, maxWords, part.cueEnds)) cut.push(part.from + end)
      }
    else cut.push(to)
    from = to
  }
  return cut
}

interface BreathPart {
  from: number
  to: number
  /** Where cues end inside it, counted from its beginning. */
  cueEnds: number[]
}

/** `cues` are those that the range [from, to) of the run lies in. */
function cutAtBreaths(run: Run, from: number, to: number, cues: readonly PlacedCue[]): BreathPart[] {
  const parts: BreathPart[] = []
  let part: BreathPart = { from, to, cueEnds: [] }
  let words = 0
  for (const [index, cue] of cues.entries()) {
    const next = cues[index + 1]
    if (next === undefined || cue.to >= to) break
    words += countWords(run.text.slice(Math.max(cue.from, from), cue.to))
    if (gapMs(cue, next) < breathMs || words < minBreathWords) {
      part.cueEnds.push(cue.to - part.from)
      continue
    }
    parts.push({ ...part, to: cue.to })
    part = { from: cue.to, to, cueEnds: [] }
    words = 0
  }
  return [...parts, part]
}

function placeSentences(run: Run, ends: readonly number[]): SpokenSentence[] {
  const sentences: SpokenSentence[] = []
  let begin = 0
  let cueAt = 0
  for (const end of ends) {
    const piece = run.text.slice(begin, end)
    const from = begin + piece.length - piece.trimStart().length
    const to = begin + piece.trimEnd().length
    begin = end
    if (from >= to) continue
    while ((run.cues[cueAt]?.to ?? Infinity) <= from) cueAt += 1
    const first = run.cues[cueAt]
    let adLength = 0
    let adReason: string | null = null
    let last = first
    for (let at = cueAt; at < run.cues.length; at += 1) {
      const cue = run.cues[at]
      if (cue === undefined || cue.from >= to) break
      last = cue
      if (!cue.ad) continue
      adLength += Math.min(cue.to, to) - Math.max(cue.from, from)
      adReason ??= cue.adReason
    }
    if (first === undefined || last === undefined) continue
    const ad = adLength * 2 > to - from
    sentences.push({
      text: run.text.slice(from, to),
      startMs: timeAt(first, from),
      endMs: timeAt(last, to),
      speaker: first.speaker,
      ad,
      adReason: ad ? adReason : null,
    })
  }
  return sentences
}

function timeAt(cue: PlacedCue, position: number): number | null {
  if (cue.startMs === null || cue.endMs === null) return null
  const share = (position - cue.from) / (cue.to - cue.from)
  return Math.round(cue.startMs + (cue.endMs - cue.startMs) * share)
}
