import type { Catalog } from '../catalog/catalog.js'
import { correctSpeaker, correctTime } from '../domain/corrections.js'
import { findWordsHeardIn, type SpokenWord } from '../domain/spoken-words.js'
import { overlaps, type TimeRange } from '../domain/time.js'
import { readPublishedTranscript } from './read-transcript.js'

/** A sentence as it is spoken, with where it can be cut. */
export interface SpokenSentence extends TimeRange {
  speaker: string | null
  words: Pick<SpokenWord, 'startMs' | 'endMs' | 'text'>[]
}

/**
 * The sentences that a range touches, in order, with the times of their words as far as cues tell them; all times as
 * shown. Empty for what has no times. Cost: reads the document's cues and passages.
 * @throws DOCUMENT_NOT_FOUND
 */
export async function listSentences(
  documentId: string,
  range: TimeRange,
  catalog: Catalog,
): Promise<SpokenSentence[]> {
  const { cues, corrections } = await readPublishedTranscript(documentId, catalog)
  const { offsetMs } = corrections
  const published = { startMs: range.startMs - offsetMs, endMs: range.endMs - offsetMs }
  const sentences = (await catalog.readPassages(documentId))
    .flatMap((passage) => passage.sentences)
    .flatMap(({ startMs, endMs, speaker }) =>
      startMs === null || endMs === null || !overlaps({ startMs, endMs }, published)
        ? []
        : [{ startMs, endMs, speaker }],
    )
  const [first, last] = [sentences[0], sentences.at(-1)]
  if (!first || !last) return []
  const wordsIn = indexByTime(findWordsHeardIn(cues, { startMs: first.startMs, endMs: last.endMs }))
  return sentences.map(({ startMs, endMs, speaker }) => ({
    startMs: correctTime(startMs, corrections),
    endMs: correctTime(endMs, corrections),
    speaker: correctSpeaker(speaker, corrections),
    words: wordsIn({ startMs, endMs }).map((word) => ({
      startMs: correctTime(word.startMs, corrections),
      endMs: correctTime(word.endMs, corrections),
      text: word.text,
    })),
  }))
}

/** Finds the words heard in a range, in their order, without looking at all of them for each sentence of hours. */
function indexByTime(words: readonly SpokenWord[]): (range: TimeRange) => SpokenWord[] {
  const byTime = words
    .map((word, at) => ({ word, at, middleMs: (word.startMs + word.endMs) / 2 }))
    .sort((a, b) => a.middleMs - b.middleMs)
  const findFirst = (ms: number): number => {
    let [low, high] = [0, byTime.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((byTime[middle]?.middleMs ?? Infinity) < ms) low = middle + 1
      else high = middle
    }
    return low
  }
  return ({ startMs, endMs }) =>
    byTime
      .slice(findFirst(startMs), findFirst(endMs))
      .sort((a, b) => a.at - b.at)
      .map(({ word }) => word)
}
