import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

/** English words with their parts of speech, by wink-nlp. Some 500,000 words a second. */

/** Universal part of speech, of those that matter here; `other` for the rest. */
export type PartOfSpeech = 'noun' | 'name' | 'adjective' | 'verb' | 'number' | 'of' | 'other'

export interface TaggedWord {
  /** As written; parts joined by hyphens, underscores or slashes are one word. */
  text: string
  tag: PartOfSpeech
  /** In UTF-16 units of the text. */
  from: number
  to: number
  /** First of its sentence. */
  opens: boolean
}

const nlp = winkNLP(model, ['sbd', 'pos'])
const { its } = nlp

const tags: Readonly<Record<string, PartOfSpeech>> = {
  NOUN: 'noun',
  PROPN: 'name',
  ADJ: 'adjective',
  VERB: 'verb',
  NUM: 'number',
}

/**
 * What runs on for longer without a space is an address, a rule or data. The library takes time in the cube of it: two
 * minutes for an address of 10 kB, measured. In UTF-16 units.
 */
const maxRunLength = 100

/** In order; punctuation is `other`, and so is the first character of what runs on too long to be read. Linear. */
export function tagWords(text: string): TaggedWord[] {
  // Spaces keep the places, the dash keeps apart what stood on both sides.
  const readable = text.replace(/\S+/gu, (run) => (run.length <= maxRunLength ? run : gap.padEnd(run.length)))
  const doc = readApart(readable)
  const tokens = doc.tokens()
  // Whole columns: item by item takes half as long again.
  const values = tokens.out(its.value)
  const parts = tokens.out(its.pos) as unknown as string[]
  const openers = new Set(
    (doc.sentences().out(its.span) as unknown as [number, number][]).map(([first]) => first),
  )
  let at = 0
  const words = values.flatMap((value, index): TaggedWord[] => {
    // `don't..a` has an empty word between the full stops.
    if (value === '') return []
    // Not by the library's count of spaces: it ends at 65,535, and knows no line separators.
    const from = readable.indexOf(value, at)
    at = from + value.length
    const tag = /^of$/i.test(value) ? 'of' : (tags[parts[index] ?? ''] ?? 'other')
    return [{ text: text.slice(from, at), tag, from, to: at, opens: openers.has(index) }]
  })
  return joinParts(words, text)
}

const gap = '—'

const joinedEnding = /(?<=[\p{L}\p{N}])['’](?:s|d|m|re|ve|ll)$/iu

/**
 * `Core's` is two words to the library until it meets one before a comma or a full stop: that one it takes for a word,
 * and from then on wherever it stands, the next time it reads this very text too. What a document says must not hang on
 * what was read before it, so such words are read again with a space in them: those that the first reading took for words,
 * and those that it only taught.
 */
function readApart(text: string, readings = 3): ReturnType<typeof nlp.readDoc> {
  const doc = nlp.readDoc(text)
  const apart = partEndings(doc.tokens().out(its.value), text)
  return apart === text || readings === 1 ? doc : readApart(apart, readings - 1)
}

/** @param values the words of the text, in order */
function partEndings(values: readonly string[], text: string): string {
  let apart = ''
  let copied = 0
  let at = 0
  for (const value of values) {
    at = text.indexOf(value, at)
    const ending = joinedEnding.exec(value)
    if (ending) {
      apart += `${text.slice(copied, at + ending.index)} `
      copied = at + ending.index
    }
    at += value.length
  }
  return apart + text.slice(copied)
}

const isJoint = (word: TaggedWord | undefined): boolean => word !== undefined && /^[-‐‑_/]$/.test(word.text)

/** `replace-by-fee`, `OP_RETURN`, `client/server` are one word. */
function joinParts(words: readonly TaggedWord[], text: string): TaggedWord[] {
  const joined: TaggedWord[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (!word) continue
    const last = joined.at(-1)
    const next = words[index + 1]
    if (
      isJoint(word) &&
      last &&
      next &&
      last.to === word.from &&
      next.from === word.to &&
      /\p{L}|\p{N}/u.test(next.text)
    ) {
      last.text = text.slice(last.from, next.to)
      last.to = next.to
      last.tag =
        next.tag === 'name' || next.tag === 'noun' ? next.tag : last.tag === 'name' ? 'name' : 'adjective'
      index++
    } else joined.push({ ...word })
  }
  return joined
}
