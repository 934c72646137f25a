import type { StoredPassage } from '../../../src/catalog/catalog.js'
import { RepeatText } from '../../../src/editor/repeats/repeat-text.js'

/** Documents as lists of passages, each a list of sentences. */
export interface TextDocument {
  id: string
  passages: readonly (readonly string[])[]
  /** Positions of passages that are advertisements. */
  ads?: readonly number[]
}

/** Ids of passages are `<document>/<position>`. */
export function aText(documents: readonly TextDocument[]): RepeatText {
  const text = new RepeatText()
  for (const { id, passages, ads = [] } of documents)
    text.add(
      { id, sourceId: 'source-1', kind: 'episode', publishedAt: null, language: 'en' },
      passages.map((sentences, ordinal) => aStoredPassage(id, ordinal, sentences, ads.includes(ordinal))),
    )
  return text
}

function aStoredPassage(
  documentId: string,
  ordinal: number,
  sentences: readonly string[],
  ad: boolean,
): StoredPassage {
  let at = 0
  return {
    id: `${documentId}/${ordinal}`,
    documentId,
    ordinal,
    startMs: null,
    endMs: null,
    anchor: null,
    chapter: null,
    speaker: null,
    ad,
    adReason: null,
    text: sentences.join(' '),
    sentences: sentences.map((sentence) => {
      const from = at
      at += sentence.length + 1
      return { from, to: from + sentence.length, startMs: null, endMs: null, speaker: null }
    }),
    inputHash: '',
    sentenceHashes: sentences.map(() => ''),
  }
}

/** Words that are in no other text. */
export const filling = (name: string, count: number): string =>
  `${Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ')}.`
