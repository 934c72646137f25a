import type { Section } from '../src/domain/document.js'
import { countWords } from './count-words.js'
import { cutLongText } from './cut-long-text.js'
import { findSentenceEnds } from './find-sentence-ends.js'

export interface WrittenSentence {
  text: string
  /** What stood before it, made uniform: between paragraphs, between lines (list items, rows), between sentences. */
  separator: '\n\n' | '\n' | ' '
}

/** A sentence of a post that is longer than a passage may be is cut at its clauses. */
const maxSentenceWords = 160
const cutWords = 80
/** Lines of lists and tables are kept; others were only wrapped. */
const ownLine = /^(?:[-*•–+]\s|\d{1,3}[.)]\s|\|)|\t|\s\|\s|:\s*$/u
/** Text that was wrapped by hand is wrapped near 80 characters. */
const minWrappedLength = 50

/** Sentences of each section that has any text. */
export function splitSections(
  sections: readonly Section[],
  language: string | null,
): { section: Section; sentences: WrittenSentence[] }[] {
  return sections
    .map((section) => ({ section, sentences: splitText(section.text, language) }))
    .filter(({ sentences }) => sentences.length > 0)
}

function splitText(text: string, language: string | null): WrittenSentence[] {
  const sentences: WrittenSentence[] = []
  for (const paragraph of text.split(/\n\s*\n/u))
    for (const [lineAt, line] of unwrapLines(paragraph).entries())
      for (const [at, sentence] of splitLine(line, language).entries())
        sentences.push({ text: sentence, separator: at > 0 ? ' ' : lineAt > 0 ? '\n' : '\n\n' })
  return sentences
}

function unwrapLines(paragraph: string): string[] {
  const lines = paragraph.split('\n').flatMap((line) => line.trim().replace(/[^\S\t]+/gu, ' ') || [])
  const unwrapped: string[] = []
  let before = ''
  for (const line of lines) {
    const isOwn = ownLine.test(line) || ownLine.test(before) || before.length < minWrappedLength
    if (unwrapped.length === 0 || isOwn) unwrapped.push(line)
    else unwrapped[unwrapped.length - 1] += ` ${line}`
    before = line
  }
  return unwrapped
}

function splitLine(line: string, language: string | null): string[] {
  const sentences: string[] = []
  let from = 0
  const ends = findSentenceEnds(line, language)
  for (const to of ends.at(-1) === line.length ? ends : [...ends, line.length]) {
    const sentence = line.slice(from, to).trim()
    from = to
    if (sentence === '') continue
    if (countWords(sentence) <= maxSentenceWords) sentences.push(sentence)
    else for (const piece of cutSentence(sentence)) sentences.push(piece)
  }
  return sentences
}

function cutSentence(sentence: string): string[] {
  let from = 0
  return cutLongText(sentence, cutWords)
    .map((to) => {
      const piece = sentence.slice(from, to).trim()
      from = to
      return piece
    })
    .filter((piece) => piece !== '')
}
