import type { SpokenSentence, WrittenPart } from '../../../src/editor/align/aligned-texts.js'

export const words = (text: string): string[] => (text === '' ? [] : text.split(' '))

export const aSpoken = (text: string, fields: Partial<SpokenSentence> = {}): SpokenSentence => ({
  words: words(text),
  vector: null,
  speaker: 'A',
  ad: false,
  chapter: null,
  ...fields,
})

export const aPart = (title: string, text: string, fields: Partial<WrittenPart> = {}): WrittenPart => ({
  title: words(title),
  above: [],
  sentences: [{ words: words(text), vector: null }],
  ...fields,
})
