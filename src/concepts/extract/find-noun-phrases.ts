import { conceptKey } from '../concept-key.js'
import type { PartOfSpeech, TaggedWord } from './tag-words.js'
import { nameParticles } from './name-particles.js'
import { talkAnywhere, talkHeads, talkModifiers } from './talk-words.js'

/** Noun phrases that could name an idea, of one to four words. */

export interface NounPhrase {
  /** `conceptKey` of the phrase. */
  key: string
  /** As written. */
  text: string
  words: number
  /** It is no part of a longer phrase here. */
  alone: boolean
  /** Every word begins with a capital, but for the `van der` of a name. */
  capital: boolean
  /** Its first word opens a sentence, so that its capital says nothing. */
  opens: boolean
  /** In UTF-16 units of the text. */
  from: number
}

const maxWords = 4
const isModifier = (tag: PartOfSpeech): boolean =>
  tag === 'adjective' || tag === 'noun' || tag === 'name' || tag === 'verb'
const isNoun = (tag: PartOfSpeech): boolean => tag === 'noun' || tag === 'name'

interface Part extends TaggedWord {
  key: string
}

/** Longest ones and the shorter ones inside them, in the order of the text. */
export function* findNounPhrases(words: readonly TaggedWord[], text: string): Generator<NounPhrase> {
  for (const run of findRuns(words)) yield* phrasesOf(run, text)
}

/** The key of a word; empty for punctuation, contractions, quantities (`64-byte`, `0.19`) and versions (`v2`, `rc1`). */
function keyOf({ text, tag }: TaggedWord): string {
  if (/['’]/.test(text) && !/^[A-Z]['’][A-Z]/.test(text)) return ''
  if (tag !== 'number' && /^(?:\d|(?:v|rc)\d+$)/i.test(text)) return ''
  return conceptKey(text)
}

/** Runs of modifiers and nouns; `of` only between two nouns; a number only after an abbreviation (`BIP 324`). */
function* findRuns(words: readonly TaggedWord[]): Generator<Part[]> {
  let run: Part[] = []
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    const last = run.at(-1)
    const opens = word.opens && run.length > 0
    const isIn =
      !opens &&
      (isNoun(word.tag) ||
        word.tag === 'adjective' ||
        (word.tag === 'verb' && /(?:ing|ed)$/.test(word.text) && next !== undefined && isNoun(next.tag)) ||
        (word.tag === 'number' &&
          last?.tag === 'name' &&
          /^\p{Lu}{2,6}$/u.test(last.text) &&
          /^\d{1,6}$/.test(word.text)) ||
        (word.tag === 'of' &&
          last !== undefined &&
          isNoun(last.tag) &&
          next !== undefined &&
          isNoun(next.tag)))
    const key = isIn ? keyOf(word) : ''
    if (key !== '') {
      run.push({ ...word, key })
      continue
    }
    if (run.length > 0) yield run
    run = []
    if (opens && (isNoun(word.tag) || word.tag === 'adjective')) {
      const first = keyOf(word)
      if (first !== '') run.push({ ...word, key: first })
    }
  }
  if (run.length > 0) yield run
}

const canEnd = ({ tag }: Part, previous: Part | undefined): boolean =>
  isNoun(tag) || (tag === 'number' && previous?.tag === 'name')

function* phrasesOf(run: readonly Part[], text: string): Generator<NounPhrase> {
  const start = run.findIndex(({ key }) => !talkModifiers.has(key) && key !== 'of')
  if (start < 0) return
  let end = run.length
  while (end > start && !canEnd(run[end - 1] as Part, run[end - 2])) end--
  for (let from = start; from < end; from++)
    for (let to = from + 1; to <= Math.min(end, from + maxWords); to++) {
      const parts = run.slice(from, to)
      const first = parts[0] as Part
      const last = parts.at(-1) as Part
      if (
        first.tag === 'of' ||
        first.tag === 'number' ||
        !isModifier(first.tag) ||
        !canEnd(last, parts.at(-2))
      )
        continue
      if (parts.length > 1 && talkModifiers.has(first.key)) continue
      if (talkHeads.has(last.key) || parts.some(({ key }) => talkAnywhere.has(key))) continue
      const of = parts.findIndex(({ tag }) => tag === 'of')
      if (of > 0 && talkHeads.has((parts[of - 1] as Part).key)) continue
      const key = parts.map((part) => part.key).join(' ')
      if (key.length < 2 || key.length > 80) continue
      yield {
        key,
        text: text.slice(first.from, last.to),
        words: parts.length,
        alone: from === start && to === end,
        capital: parts.every(
          (part) =>
            part.tag === 'number' ||
            part.tag === 'of' ||
            /^\p{Lu}/u.test(part.text) ||
            (part !== first && part !== last && nameParticles.has(part.text)),
        ),
        opens: first.opens,
        from: first.from,
      }
    }
}
