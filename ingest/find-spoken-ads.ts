import type { NormalizedCue } from '../src/domain/cue.js'
import type { Chapter } from '../src/domain/document.js'
import {
  findCredits,
  isHousekeeping,
  isOffer,
  isOpening,
  isOwnOffer,
  isOwnShow,
  isReturn,
  isTelltale,
  isThanks,
  mentionsBrand,
  namesPage,
  readBrand,
  readFirstBrand,
} from './ad-phrases.js'
import { findSentenceEnds } from './find-sentence-ends.js'

/** How long the reading for one sponsor lasts at most. */
const maxAdMs = 120_000
/** An offer that names the brand ties what is before it to the advertisement over this much at most. */
const maxBrandOfferGapMs = 100_000
/** An offer that does not name it. */
const maxOfferGapMs = 35_000
/** The bare name of the brand: guests name it, too. */
const maxBrandGapMs = 20_000
/** What the show sells itself; and anything, after the sponsor was thanked: the reading is mostly over then. */
const maxWeakGapMs = 10_000
/** How far a reading without an opening phrase is followed back from the sentence that gives it away. */
const maxBackSentences = 25
const maxBackMs = 60_000
/** Untimed text at 150 words a minute, 6 characters a word. */
const untimedMsPerCharacter = 67
/** Where no punctuation ends a sentence, it is taken to end here; also bounds what the phrases are tried on. */
const maxSentenceLength = 400
/** Pieces of a text without punctuation: small, so that the end of an advertisement is met closely. */
const pieceLength = 150
/** How much of the telling sentence a reason quotes. */
const maxQuoteLength = 80

interface Sentence {
  text: string
  speaker: string | null
  startMs: number
  endMs: number
  /** How much of which cues it covers. */
  parts: { cueAt: number; length: number }[]
}

/**
 * Advertisements told by what is said. A sentence that only sponsors are read with opens one; it goes on as far as there
 * is evidence (offers, the brand), and ends with a phrase of return, the chapter, the speaker's turn, or after two
 * minutes. A sentence that gives a reading away at its end (a code to buy with, thanks for sponsoring) opens one as far
 * back as the brand is named.
 *
 * @returns by the index of each cue of which more than half is advertisement, the reason
 */
export function findSpokenAds(
  cues: readonly NormalizedCue[],
  chapters: readonly Chapter[],
): Map<number, string> {
  const sentences = listSentences(cues)
  const borders = listBorders(chapters)
  const covered = new Map<number, { length: number; reason: string }>()
  let free = 0
  for (let at = 0; at < sentences.length; at += 1) {
    const sentence = sentences[at]
    if (sentence === undefined) break
    const opens = isOpening(sentence.text)
    if (!opens && !isTelltale(sentence.text)) continue
    const first = opens ? at : startOfAd(sentences, at, free, borders)
    const last = endOfAd(sentences, at, borders)
    const reason = `Read with “${quote(sentence.text)}”`
    for (const { parts } of sentences.slice(first, last + 1))
      for (const { cueAt, length } of parts)
        covered.set(cueAt, { length: (covered.get(cueAt)?.length ?? 0) + length, reason })
    at = last
    free = last + 1
  }
  const found = [...covered].filter(([cueAt, { length }]) => length * 2 > (cues[cueAt]?.text.length ?? 0))
  return new Map(found.map(([cueAt, { reason }]) => [cueAt, reason]))
}

const quote = (text: string): string =>
  text.length <= maxQuoteLength ? text : `${text.slice(0, text.lastIndexOf(' ', maxQuoteLength) + 1)}…`

/** The index of the first sentence of an advertisement that a later one gives away; none before `free` is taken. */
function startOfAd(
  sentences: readonly Sentence[],
  telltaleAt: number,
  free: number,
  borders: readonly number[],
): number {
  const telltale = sentences[telltaleAt]
  if (telltale === undefined) return telltaleAt
  const brand = readBrand(telltale.text)
  const borderMs = borders.findLast((ms) => ms <= telltale.startMs) ?? 0
  let first = telltaleAt
  let evidenceMs = telltale.startMs
  for (let at = telltaleAt - 1; at >= Math.max(free, telltaleAt - maxBackSentences); at -= 1) {
    const sentence = sentences[at]
    if (sentence === undefined || sentence.speaker !== telltale.speaker) break
    if (sentence.startMs < borderMs || telltale.startMs - sentence.startMs > maxBackMs) break
    if (evidenceMs - sentence.endMs > maxBrandGapMs) break
    if (!mentionsBrand(sentence.text, brand)) continue
    first = at
    evidenceMs = sentence.startMs
  }
  return first
}

/** The index of the last sentence of the advertisement that one sentence opens. */
function endOfAd(sentences: readonly Sentence[], openingAt: number, borders: readonly number[]): number {
  const opening = sentences[openingAt]
  if (opening === undefined || isReturn(opening.text)) return openingAt
  const named = readBrand(opening.text)
  const brand = named.length > 0 ? named : readFirstBrand(sentences[openingAt + 1]?.text ?? '')
  const isOwn = isOwnShow(opening.text)
  const borderMs = nextBorderMs(opening, borders)
  let last = openingAt
  let evidenceMs = opening.endMs
  // What gives a reading away mostly ends it.
  let isThanked = isThanks(opening.text) || !isOpening(opening.text)
  for (let at = openingAt + 1; at < sentences.length; at += 1) {
    const sentence = sentences[at]
    if (sentence === undefined || sentence.speaker !== opening.speaker) break
    if (sentence.endMs > opening.startMs + maxAdMs || sentence.endMs > borderMs) break
    const gapMs = sentence.startMs - evidenceMs
    if (gapMs > (isThanked ? maxWeakGapMs : maxBrandOfferGapMs)) break
    if (isOpening(sentence.text) || isHousekeeping(sentence.text)) break
    if (isReturn(sentence.text)) return gapMs <= maxOfferGapMs ? at : last
    if (gapMs > reachOf(sentence.text, brand, isOwn)) continue
    last = at
    evidenceMs = sentence.endMs
    isThanked = isThanks(sentence.text)
  }
  return last
}

/** How much of unclear speech before it a sentence ties to an advertisement for a brand, in milliseconds; negative: none. */
function reachOf(text: string, brand: readonly string[], isOwn: boolean): number {
  const isBrand = mentionsBrand(text, brand)
  if (isOffer(text) || isThanks(text)) return isBrand ? maxBrandOfferGapMs : maxOfferGapMs
  if (namesPage(text) && isBrand) return maxBrandOfferGapMs
  if (isOwnOffer(text)) return isOwn ? maxOfferGapMs : maxWeakGapMs
  if (namesPage(text)) return maxWeakGapMs
  return isBrand ? maxBrandGapMs : -1
}

const listBorders = (chapters: readonly Chapter[]): number[] =>
  chapters
    .flatMap(({ startMs, endMs }) => (endMs === null ? [startMs] : [startMs, endMs]))
    .sort((a, b) => a - b)

function nextBorderMs(opening: Sentence, borders: readonly number[]): number {
  const middleMs = (opening.startMs + opening.endMs) / 2
  // A sentence may hang over the border by a little: editors round to seconds.
  return (borders.find((ms) => ms > middleMs) ?? Infinity) + 1_000
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

/** Bounds the length of sentences; a text without punctuation is also cut where a reading begins in it. */
function limitLengths(text: string, ends: readonly number[]): number[] {
  const limited: number[] = []
  let from = 0
  for (const to of [...ends, text.length]) {
    if (to - from > maxSentenceLength)
      for (const begin of [...findCredits(text.slice(from, to)).map((at) => from + at), to]) {
        while (begin - from > pieceLength) {
          const space = text.slice(from, from + pieceLength).lastIndexOf(' ')
          from += space > 0 ? space : pieceLength
          limited.push(from)
        }
        if (begin > from) limited.push(begin)
        from = begin
      }
    else if (to > from) limited.push(to)
    from = to
  }
  return limited
}
