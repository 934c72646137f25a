import type { StoredPassage } from '../../catalog/catalog.js'
import { keyWords, type KeyWord } from '../concept-key.js'
import { cutText } from '../cut-text.js'
import { findAnswerAfter, maxLater } from './answer-after.js'
import { measureDefinition } from './definition-strength.js'
import type { NameMatcher } from './name-matcher.js'

/** The names of concepts in the passages of a document. */

export interface NameMatch {
  key: string
  passageId: string
  ordinal: number
  /** Of the sentence that says most about it, raw; of its first one when none says anything. */
  startMs: number | null
  endMs: number | null
  anchor: string | null
  /** Position of that sentence in the passage. */
  sentence: number
  count: number
  /** As in `ConceptMention`. */
  strength: number
  focus: number
  /** The sentence, where it says something about the concept; else empty. */
  text: string
  /** The section or chapter that the passage lies in is called so. */
  headed: boolean
}

/** From this strength on the words are kept: they may be shown as a definition. */
export const minStatement = 0.4
const focusOfHeading = 0.4
/** Longer ones are cut: nobody reads them. In UTF-16 units. */
const maxStatementLength = 600
/** A definition this short goes on in the next sentence. */
const shortStatement = 60

/** Advertisements are left out. By passage, then by the first place of the name in it. */
export function matchPassages(passages: readonly StoredPassage[], matcher: NameMatcher): NameMatch[] {
  return passages.filter(({ ad }) => !ad).flatMap((passage) => matchPassage(passage, matcher))
}

function matchPassage(passage: StoredPassage, matcher: NameMatcher): NameMatch[] {
  const { text, sentences, chapter } = passage
  const words = keyWords(text)
  const matches = new Map<string, NameMatch>()
  const headed = new Set(
    chapter === null ? [] : matcher.find(keyWords(chapter), chapter, true).map(({ name }) => name.key),
  )
  const found = matcher.find(words, text).map(({ name, first, last }) => {
    const from = (words[first] as KeyWord).from
    const to = (words[last] as KeyWord).to
    const position = sentences.findLastIndex((sentence) => sentence.from <= from)
    return { name, from, to, position: Math.max(0, position) }
  })
  const inSentence = new Map<number, Set<string>>()
  for (const { name, position } of found)
    inSentence.set(position, (inSentence.get(position) ?? new Set()).add(name.key))
  for (const { name, from, to, position } of found) {
    const sentence = sentences[position]
    if (!sentence) continue
    const spoken = text.slice(sentence.from, sentence.to)
    const place = { from: from - sentence.from, to: to - sentence.from }
    const terms = (inSentence.get(position)?.size ?? 1) - 1
    const named = measureDefinition(spoken, place, { isUsual: name.isUsual }) * weighTerms(terms)
    const answer = findAnswerAfter(spoken, place, listAfter(passage, position))
    const answered = answer
      ? answer.strength * weighTerms(inSentence.get(position + answer.later)?.size ?? 0)
      : 0
    const strength = Math.max(named, answered)
    const last = position + (answer && answered > named ? answer.later : 0)
    const known = matches.get(name.key)
    if (known) known.count++
    if (known && strength <= known.strength) continue
    matches.set(name.key, {
      ...toMatch(passage, name.key, position, last),
      count: known?.count ?? 1,
      strength,
      headed: headed.has(name.key),
      text: strength >= minStatement ? quote(passage, position, last) : '',
    })
  }
  for (const key of headed)
    if (!matches.has(key) && passage.anchor !== null)
      matches.set(key, { ...toMatch(passage, key, 0), headed: true })
  for (const match of matches.values())
    match.focus = Math.min(1, 1 - 0.7 ** match.count + (match.headed ? focusOfHeading : 0))
  return [...matches.values()]
}

/**
 * What something is, is said in terms of other things: a sentence without any (`the cleaner way of doing it`) says less.
 * @param terms names of other concepts in the sentence
 */
const weighTerms = (terms: number): number => 0.72 + 0.28 * Math.min(1, terms / 2)

/** @param last sentence of what is said of it */
function toMatch(passage: StoredPassage, key: string, sentence: number, last = sentence): NameMatch {
  const { startMs } = passage.sentences[sentence] ?? passage
  const { endMs } = passage.sentences[last] ?? passage
  return {
    key,
    passageId: passage.id,
    ordinal: passage.ordinal,
    startMs,
    endMs,
    anchor: passage.anchor,
    sentence,
    count: 0,
    strength: 0,
    focus: 0,
    text: '',
    headed: false,
  }
}

/** The sentences in which an answer may be, as far as it could be quoted with what it answers. */
function listAfter({ text, sentences }: StoredPassage, position: number): string[] {
  const from = sentences[position]?.from ?? 0
  return sentences
    .slice(position + 1, position + 1 + maxLater)
    .filter(({ to }) => to - from <= maxStatementLength)
    .map((next) => text.slice(next.from, next.to))
}

function quote({ text, sentences }: StoredPassage, first: number, last: number): string {
  const begin = sentences[first]
  const end = sentences[last]
  if (!begin || !end) return ''
  const next = sentences[last + 1]
  const isShort = end.to - begin.from < shortStatement
  return cutText(text.slice(begin.from, isShort && next ? next.to : end.to), maxStatementLength)
}
