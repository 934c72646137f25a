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

/** In order; punctuation is `other`. */
export function tagWords(text: string): TaggedWord[] {
  const doc = nlp.readDoc(text)
  const tokens = doc.tokens()
  // Whole columns: item by item takes half as long again.
  const values = tokens.out(its.value)
  const parts = tokens.out(its.pos) as unknown as string[]
  const spaces = tokens.out(its.precedingSpaces)
  const openers = new Set(
    (doc.sentences().out(its.span) as unknown as [number, number][]).map(([first]) => first),
  )
  let at = 0
  const words = values.map((value, index): TaggedWord => {
    const from = at + (spaces[index]?.length ?? 0)
    at = from + value.length
    const tag = /^of$/i.test(value) ? 'of' : (tags[parts[index] ?? ''] ?? 'other')
    return { text: value, tag, from, to: at, opens: openers.has(index) }
  })
  return joinParts(words, text)
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
