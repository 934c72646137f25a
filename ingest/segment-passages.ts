import type { TaggedCue } from '../src/domain/cue.js'
import type { Chapter, Section } from '../src/domain/document.js'
import { passageId } from '../src/domain/ids.js'
import type { Passage } from '../src/domain/passage.js'
import { countWords } from './count-words.js'
import { groupSentences, type Piece } from './group-sentences.js'
import { splitSections } from './split-sections.js'
import { splitSentences, type SpokenSentence } from './split-sentences.js'

/**
 * Cuts what was said into passages of about 100 words, of whole sentences. None crosses a long silence, the border of a
 * chapter or of an advertisement; a sentence belongs to the chapter that its middle lies in. Passages of one chapter
 * depend on nothing in another, so a change of text keeps the ids of all other chapters, and inside one those of passages
 * before the change and after the first border that falls on the same sentence again.
 */
export function segmentCues(
  cues: readonly TaggedCue[],
  options: { documentId: string; chapters: readonly Chapter[]; language?: string | null },
): Passage[] {
  const { documentId, chapters, language = null } = options
  const builder = new PassageBuilder(documentId)
  for (const block of divideIntoBlocks(splitSentences(cues, { language }), chapters)) {
    const pieces = block.sentences.map((sentence, index) => toPiece(sentence, block.sentences[index - 1]))
    for (const [from, to] of groupSentences(pieces))
      builder.add(
        block.sentences.slice(from, to).map((sentence) => ({ ...sentence, separator: ' ' })),
        {
          ad: block.ad,
          adReason: block.sentences[from]?.adReason ?? null,
          chapter: block.chapter?.title ?? null,
          anchor: null,
        },
      )
  }
  return builder.passages
}

/** Cuts each section of a post in the same way, by its paragraphs, lines and sentences. Times are null. */
export function segmentSections(
  sections: readonly Section[],
  { documentId, language = null }: { documentId: string; language?: string | null },
): Passage[] {
  const builder = new PassageBuilder(documentId)
  for (const { section, sentences } of splitSections(sections, language)) {
    const pieces = sentences.map(({ text, separator }) => ({
      words: Math.max(1, countWords(text)),
      isTurn: separator === '\n\n',
      mustBreak: false,
    }))
    const place = {
      ad: false,
      adReason: null,
      chapter: section.heading === '' ? null : section.heading,
      anchor: section.anchor,
    }
    for (const [from, to] of groupSentences(pieces))
      builder.add(
        sentences
          .slice(from, to)
          .map((sentence) => ({ ...sentence, startMs: null, endMs: null, speaker: null })),
        place,
      )
  }
  return builder.passages
}

/** A silence that no passage spans: what comes after it is another thought. */
const silenceMs = 4_000

function toPiece(sentence: SpokenSentence, before: SpokenSentence | undefined): Piece {
  const pauseMs =
    before === undefined || before.endMs === null || sentence.startMs === null
      ? 0
      : sentence.startMs - before.endMs
  return {
    // Applause is a sentence, too.
    words: Math.max(1, countWords(sentence.text)),
    isTurn: before !== undefined && before.speaker !== sentence.speaker,
    mustBreak: pauseMs > silenceMs,
  }
}

interface Block {
  chapter: Chapter | null
  ad: boolean
  sentences: SpokenSentence[]
}

function divideIntoBlocks(sentences: readonly SpokenSentence[], chapters: readonly Chapter[]): Block[] {
  const sorted = [...chapters].sort((a, b) => a.startMs - b.startMs)
  const blocks: Block[] = []
  let at = -1
  for (const sentence of sentences) {
    const middleMs =
      sentence.startMs === null || sentence.endMs === null ? null : (sentence.startMs + sentence.endMs) / 2
    while (middleMs !== null && (sorted[at + 1]?.startMs ?? Infinity) <= middleMs) at += 1
    const current = sorted[at] ?? null
    const isOver =
      current !== null && middleMs !== null && current.endMs !== null && current.endMs <= middleMs
    const chapter = isOver ? null : current
    const last = blocks.at(-1)
    if (last !== undefined && last.chapter === chapter && last.ad === sentence.ad)
      last.sentences.push(sentence)
    else blocks.push({ chapter, ad: sentence.ad, sentences: [sentence] })
  }
  return blocks
}

interface PassageSentence {
  text: string
  /** White space before it, unless it is the first of its passage. */
  separator: string
  startMs: number | null
  endMs: number | null
  speaker: string | null
}

/** Numbers passages, and tells apart those of equal text. */
class PassageBuilder {
  readonly passages: Passage[] = []
  readonly #occurrences = new Map<string, number>()

  constructor(private readonly documentId: string) {}

  add(
    sentences: readonly PassageSentence[],
    place: Pick<Passage, 'ad' | 'adReason' | 'chapter' | 'anchor'>,
  ): void {
    let text = ''
    const placed = sentences.map(({ text: spoken, separator, startMs, endMs, speaker }) => {
      if (text !== '') text += separator
      const from = text.length
      text += spoken
      return { from, to: text.length, startMs, endMs, speaker }
    })
    // The id of the first occurrence stands for the normalised text.
    const key = passageId(this.documentId, text, 0)
    const occurrence = this.#occurrences.get(key) ?? 0
    this.#occurrences.set(key, occurrence + 1)
    this.passages.push({
      id: occurrence === 0 ? key : passageId(this.documentId, text, occurrence),
      documentId: this.documentId,
      ordinal: this.passages.length,
      startMs: placed[0]?.startMs ?? null,
      endMs: placed.at(-1)?.endMs ?? null,
      anchor: place.anchor,
      chapter: place.chapter,
      speaker: mainSpeaker(sentences),
      ad: place.ad,
      adReason: place.adReason,
      text,
      sentences: placed,
    })
  }
}

/** Who speaks most words; of equals, who speaks first. */
function mainSpeaker(sentences: readonly PassageSentence[]): string | null {
  const words = new Map<string | null, number>()
  for (const { speaker, text } of sentences) words.set(speaker, (words.get(speaker) ?? 0) + countWords(text))
  let main: { speaker: string | null; count: number } | null = null
  for (const [speaker, count] of words) if (main === null || count > main.count) main = { speaker, count }
  return main?.speaker ?? null
}
