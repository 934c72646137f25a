import type { NormalizedCue } from '../src/domain/cue.js'
import type { Chapter } from '../src/domain/document.js'
import { mentionsBrand, isClosing, isOffer, isOpening, readBrand } from './ad-phrases.js'
import { findSentenceEnds } from './find-sentence-ends.js'

/** How long the reading for one sponsor lasts at most. */
const maxAdMs = 90_000
/** An offer that does not name the brand ties what is before it to the advertisement over this much at most. */
const maxOfferGapMs = 35_000
/** The bare name of the brand does so only nearby: guests name it, too. */
const maxBrandGapMs = 15_000
/** Untimed text at 150 words a minute, 6 characters a word. */
const untimedMsPerCharacter = 67
/** Where no punctuation ends a sentence, it is taken to end here; also bounds what the phrases are tried on. */
const maxSentenceLength = 400

interface Sentence {
  text: string
  speaker: string | null
  startMs: number
  endMs: number
  /** How much of which cues it covers. */
  parts: { cueAt: number; length: number }[]
}

/**
 * Advertisements told by what is said: a sentence that only sponsors are read with opens one; it goes on as far as there
 * is evidence (offers, the brand), and ends with a phrase of return, the chapter, the speaker's turn, or after 90 s.
 *
 * @returns indexes of the cues of which more than half is advertisement
 */
export function findSpokenAds(cues: readonly NormalizedCue[], chapters: readonly Chapter[]): Set<number> {
  const sentences = listSentences(cues)
  const covered = new Map<number, number>()
  for (let at = 0; at < sentences.length; at += 1) {
    if (!isOpening(sentences[at]?.text ?? '')) continue
    const last = endOfAd(sentences, at, chapters)
    for (const { parts } of sentences.slice(at, last + 1))
      for (const { cueAt, length } of parts) covered.set(cueAt, (covered.get(cueAt) ?? 0) + length)
    at = last
  }
  const found = [...covered].filter(([cueAt, length]) => length * 2 > (cues[cueAt]?.text.length ?? 0))
  return new Set(found.map(([cueAt]) => cueAt))
}

/** The index of the last sentence of the advertisement that one sentence opens. */
function endOfAd(sentences: readonly Sentence[], openingAt: number, chapters: readonly Chapter[]): number {
  const opening = sentences[openingAt]
  if (opening === undefined) return openingAt
  const brand = readBrand(opening.text)
  const borderMs = nextBorderMs(opening, chapters)
  let last = openingAt
  let evidenceMs = opening.endMs
  for (let at = openingAt + 1; at < sentences.length; at += 1) {
    const sentence = sentences[at]
    if (sentence === undefined || sentence.speaker !== opening.speaker) break
    if (sentence.endMs > opening.startMs + maxAdMs || sentence.endMs > borderMs) break
    if (isOpening(sentence.text)) break
    if (isClosing(sentence.text)) return at
    const gapMs = sentence.startMs - evidenceMs
    const isBrand = mentionsBrand(sentence.text, brand)
    const isEvidence = isOffer(sentence.text)
      ? isBrand || gapMs <= maxOfferGapMs
      : isBrand && gapMs <= maxBrandGapMs
    if (!isEvidence) continue
    last = at
    evidenceMs = sentence.endMs
  }
  return last
}

function nextBorderMs(opening: Sentence, chapters: readonly Chapter[]): number {
  const middleMs = (opening.startMs + opening.endMs) / 2
  const borders = chapters.flatMap(({ startMs, endMs }) => [startMs, endMs ?? Infinity])
  // A sentence may hang over the border by a little: editors round to seconds.
  return Math.min(
    Infinity,
    ...borders.filter((borderMs) => borderMs > middleMs).map((borderMs) => borderMs + 1_000),
  )
}

function listSentences(cues: readonly NormalizedCue[]): Sentence[] {
  const sentences: Sentence[] = []
  let clockMs = 0
  let begin = 0
  while (begin < cues.length) {
    const speaker = cues[begin]?.speaker ?? null
    let end = begin
    while (end < cues.length && cues[end]?.speaker === speaker) end += 1
    const turn = cues.slice(begin, end)
    const text = turn.map((cue) => cue.text).join(' ')
    let cueAt = 0
    let cueFrom = 0
    let from = 0
    for (const to of limitLengths(text, findSentenceEnds(text, null))) {
      const sentence: Sentence = {
        text: text.slice(from, to).trim(),
        speaker,
        startMs: clockMs,
        endMs: clockMs,
        parts: [],
      }
      for (let at = from; at < to;) {
        const cue = turn[cueAt]
        if (cue === undefined) break
        const cueTo = cueFrom + cue.text.length
        const partTo = Math.min(to, cueTo)
        if (partTo > at) sentence.parts.push({ cueAt: begin + cueAt, length: partTo - at })
        const partStartMs = timeIn(cue, at - cueFrom, clockMs)
        if (at === from) sentence.startMs = partStartMs
        clockMs = timeIn(cue, partTo - cueFrom, partStartMs + (partTo - at) * untimedMsPerCharacter)
        at = partTo
        if (partTo < cueTo) continue
        cueAt += 1
        cueFrom = cueTo + 1
        at = Math.max(at, cueFrom)
      }
      sentence.endMs = clockMs
      sentences.push(sentence)
      from = to
    }
    begin = end
  }
  return sentences
}

function timeIn(cue: NormalizedCue, position: number, untimedMs: number): number {
  if (cue.startMs === null || cue.endMs === null) return untimedMs
  const share = Math.min(1, Math.max(0, position) / cue.text.length)
  return cue.startMs + (cue.endMs - cue.startMs) * share
}

function limitLengths(text: string, ends: readonly number[]): number[] {
  const limited: number[] = []
  let from = 0
  for (const to of [...ends, text.length]) {
    while (to - from > maxSentenceLength) {
      const space = text.slice(from, from + maxSentenceLength).lastIndexOf(' ')
      from += space > 0 ? space : maxSentenceLength
      limited.push(from)
    }
    if (to > from) limited.push(to)
    from = to
  }
  return limited
}
