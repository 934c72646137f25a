import { countWords } from '../ingest/count-words.js'
import type { StoredPassage } from '../src/catalog/catalog.js'
import type { Alignment, SpokenPlace } from '../src/editor/align/alignment.js'
import { openingOf, type LabelledItem } from './alignment-corpus.js'

/** How near a place is to where its item is told, in words. */

export interface JudgedItem {
  title: string
  isCut: boolean
  /** Null: the item has no place. */
  confidence: number | null
  /** Most words of its place are of its section. */
  isRightSection: boolean
  /** Words from the beginning of the section to that of the place; null without a place. */
  wordsOff: number | null
}

/** What a start may be off, half a minute of talk. */
export const maxWordsOff = 75

export const isNear = ({ wordsOff }: JudgedItem): boolean =>
  wordsOff !== null && Math.abs(wordsOff) <= maxWordsOff

export function judgeItems(
  items: readonly LabelledItem[],
  alignment: Alignment,
  passages: readonly StoredPassage[],
): JudgedItem[] {
  const wordAt = wordCounter(passages)
  return items.map(({ opening, title, isCut, fromWord, toWord }) => {
    const place = findPlace({ opening, title }, alignment)
    if (!place) return { title, isCut, confidence: null, isRightSection: false, wordsOff: null }
    const from = wordAt(place.passageId, place.offset)
    const to = wordAt(place.endPassageId, place.endOffset)
    const shared = Math.max(0, Math.min(to, toWord) - Math.max(from, fromWord))
    return {
      title,
      isCut,
      confidence: place.confidence,
      isRightSection: !isCut && shared * 2 > to - from,
      wordsOff: from - fromWord,
    }
  })
}

/** Of the paragraph that the item begins with, else of the topic of its name. */
function findPlace(
  { opening, title }: Pick<LabelledItem, 'opening' | 'title'>,
  { topics, paragraphs }: Alignment,
): SpokenPlace | null {
  const paragraph = paragraphs.find(({ text }) => openingOf(text) === opening)
  if (paragraph) return paragraph.place ?? topics[paragraph.topic]?.place ?? null
  // Labels of yearly reviews name their boxes so.
  const name = openingOf(title.replace(/^Summary \d{4}: /, ''))
  return topics.find((topic) => openingOf(topic.title) === name)?.place ?? null
}

/** Words before a place in a passage, counted from the beginning of the recording. */
function wordCounter(passages: readonly StoredPassage[]): (passageId: string, offset: number) => number {
  const before = new Map<string, { words: number; text: string }>()
  let words = 0
  for (const { id, anchor, text } of passages) {
    if (anchor !== null) continue
    before.set(id, { words, text })
    words += countWords(text)
  }
  return (passageId, offset) => {
    const passage = before.get(passageId)
    return passage ? passage.words + countWords(passage.text.slice(0, offset)) : NaN
  }
}

export interface AlignmentFigures {
  items: number
  placed: number
  rightSection: number
  near: number
}

export const countRight = (items: readonly JudgedItem[]): AlignmentFigures => ({
  items: items.length,
  placed: items.filter(({ confidence }) => confidence !== null).length,
  rightSection: items.filter(({ isRightSection }) => isRightSection).length,
  near: items.filter(isNear).length,
})

export interface CalibrationRow {
  from: number
  to: number
  places: number
  /** Mean confidence, and the share that is right in section and start. */
  told: number
  right: number
}

const confidenceSteps = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.001]

export function calibrate(items: readonly JudgedItem[]): CalibrationRow[] {
  return confidenceSteps.slice(1).flatMap((to, index) => {
    const from = confidenceSteps[index] ?? 0
    const inside = items.filter(
      ({ confidence }) => confidence !== null && confidence >= from && confidence < to,
    )
    if (inside.length === 0) return []
    const told = inside.reduce((sum, { confidence }) => sum + (confidence ?? 0), 0) / inside.length
    const right = inside.filter((item) => item.isRightSection && isNear(item)).length / inside.length
    return [{ from, to: Math.min(1, to), places: inside.length, told, right }]
  })
}
