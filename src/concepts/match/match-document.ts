import type { StoredPassage } from '../../catalog/catalog.js'
import { keyWords, type KeyWord } from '../concept-key.js'
import { cutText } from '../cut-text.js'
import { findAnswerAfter, maxLater, type AnswerAfter } from './answer-after.js'
import { measureDefinition, type NamePlace } from './definition-strength.js'
import { findNamedAfter, maxEarlier } from './named-after.js'
import type { NameMatcher, SoughtName } from './name-matcher.js'
import { findSaidAgain, stemSentences } from './said-as-written.js'

/** The names of concepts in the passages of a document. */

export interface NameMatch {
  key: string
  passageId: string
  ordinal: number
  /** Of what says most about it, raw; of the first sentence that names it when none says anything. */
  startMs: number | null
  endMs: number | null
  anchor: string | null
  /** Position in the passage of the sentence that names it there. */
  sentence: number
  count: number
  /** As in `ConceptMention`. */
  strength: number
  focus: number
  /** The words that say something about the concept; empty without any. */
  text: string
  /** The section or chapter that the passage lies in is called so. */
  headed: boolean
}

/** Sentences [first, last] as a way to say what a name stands for. */
interface Reading {
  strength: number
  first: number
  last: number
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
  const again = createSaidAgain(passage, found)
  for (const { name, from, to, position } of found) {
    const sentence = sentences[position]
    if (!sentence) continue
    const place = { from: from - sentence.from, to: to - sentence.from }
    const reading = readSentence(passage, { position, place, name, inSentence })
    const { strength, first, last } = stronger(reading, again(name, position))
    const known = matches.get(name.key)
    if (known) known.count++
    if (known && strength <= known.strength) continue
    matches.set(name.key, {
      ...toMatch(passage, name.key, { sentence: position, first, last }),
      count: known?.count ?? 1,
      strength,
      headed: headed.has(name.key),
      text: strength >= minStatement ? quote(passage, first, last) : '',
    })
  }
  for (const key of headed)
    if (!matches.has(key) && passage.anchor !== null)
      matches.set(key, { ...toMatch(passage, key, { sentence: 0 }), headed: true })
  for (const match of matches.values())
    match.focus = Math.min(1, 1 - 0.7 ** match.count + (match.headed ? focusOfHeading : 0))
  return [...matches.values()]
}

interface NamedSentence {
  position: number
  /** Of the name in the sentence. */
  place: NamePlace
  name: SoughtName
  /** Position → keys of the names in that sentence. */
  inSentence: ReadonlyMap<number, ReadonlySet<string>>
}

/** What a sentence says of a name by itself, with the one that answers it, or with what it gives a name to. */
function readSentence(passage: StoredPassage, { position, place, name, inSentence }: NamedSentence): Reading {
  const { from = 0, to = 0 } = passage.sentences[position] ?? {}
  const spoken = passage.text.slice(from, to)
  const countTerms = (at: number): number => inSentence.get(at)?.size ?? 1
  /** By the terms in sentences [begin, end). */
  const weigh = (begin: number, end: number): number => {
    const terms = new Set<string>()
    for (let at = begin; at < end; at++) for (const key of inSentence.get(at) ?? []) terms.add(key)
    return weighTerms(terms.size)
  }
  /** Who names it again says it in one term less. */
  const weighAnswer = ({ first, last, later, strength }: AnswerAfter): Reading => ({
    strength:
      strength *
      (first === 0
        ? weigh(position + later, position + later + 1)
        : weighTerms(countTerms(position + later) - 1)),
    first: position + first,
    last: position + last,
  })
  const strength = measureDefinition(spoken, place, { isUsual: name.isUsual })
  const named = {
    strength: strength * weighTerms(countTerms(position) - 1),
    first: position,
    last: position,
  }
  const answer = findAnswerAfter(spoken, place, listAfter(passage, position))
  const answered = answer && weighAnswer(answer)
  const before = findNamedAfter(spoken, place, listBefore(passage, position))
  const first = position - (before?.earlier ?? 0)
  const said = before && { strength: before.strength * weigh(first, position), first, last: position }
  return stronger(stronger(named, answered), said)
}

/** Of equals the first. */
const stronger = (one: Reading, other: Reading | null): Reading =>
  other && other.strength > one.strength ? other : one

/**
 * What something is, is said in terms of other things: a sentence without any (`the cleaner way of doing it`) says less.
 * @param terms names of other concepts in the sentence
 */
const weighTerms = (terms: number): number => 0.72 + 0.28 * Math.min(1, terms / 2)

/** @param sentence that names it @param first and @param last of what is said of it */
function toMatch(
  passage: StoredPassage,
  key: string,
  { sentence, first = sentence, last = sentence }: { sentence: number; first?: number; last?: number },
): NameMatch {
  const { startMs } = passage.sentences[first] ?? passage
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

/**
 * Of what is heard: a post that says what another one says is read. Where two names would have the same sentences, they are
 * said of the one of which they say more: what explains autoencoders begins where the variational ones are named.
 */
function createSaidAgain(
  { text, sentences, startMs }: StoredPassage,
  found: readonly { name: SoughtName; position: number }[],
) {
  const sought = startMs === null ? [] : found.filter(({ name }) => name.sections.length > 0)
  const said = sought.length === 0 ? [] : stemSentences(sentences.map(({ from, to }) => text.slice(from, to)))
  const readings = sought.flatMap(({ name, position }) => {
    const again = findSaidAgain(said, position, name.sections)
    return again ? [{ name, position, strength: again.strength, first: again.from, last: again.to - 1 }] : []
  })
  return (name: SoughtName, position: number): Reading | null => {
    const own = readings.find((reading) => reading.name === name && reading.position === position)
    const isOfOther = (reading: (typeof readings)[number]): boolean =>
      own !== undefined &&
      reading.name.sections !== name.sections &&
      reading.strength > own.strength &&
      reading.first <= own.last &&
      own.first <= reading.last
    return !own || readings.some(isOfOther) ? null : own
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

/** The nearest first, as far as they could be quoted with the one that names it. */
function listBefore({ text, sentences }: StoredPassage, position: number): string[] {
  const to = sentences[position]?.to ?? 0
  return sentences
    .slice(Math.max(0, position - maxEarlier), position)
    .filter(({ from }) => to - from <= maxStatementLength)
    .map((each) => text.slice(each.from, each.to))
    .reverse()
}

function quote({ text, sentences }: StoredPassage, first: number, last: number): string {
  const begin = sentences[first]
  const end = sentences[last]
  if (!begin || !end) return ''
  const next = sentences[last + 1]
  const isShort = end.to - begin.from < shortStatement
  return cutText(text.slice(begin.from, isShort && next ? next.to : end.to), maxStatementLength)
}
