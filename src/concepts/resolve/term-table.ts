import type { DocumentEvidence, TermCount } from '../extract/evidence.js'

/** Counts of phrases and words over the library; what is added can be taken out again. */

export interface TermTotal extends Omit<TermCount, 'text'> {
  /** The text that all documents write; else text → how many documents write it so most. */
  texts: string | Map<string, number>
  documents: number
  /** Of these, episodes and shorts. */
  recordings: number
}

/** What of a document is counted. */
export type CountedEvidence = Pick<DocumentEvidence, 'terms' | 'words' | 'kind'>

/** A table as JSON can hold it: the terms, their numbers one after the other, the words and their counts. */
export interface TermSnapshot {
  keys: string[]
  /** A term that is written as its key is has null. */
  texts: (string | [string, number][] | null)[]
  numbers: number[]
  words: string[]
  wordCounts: number[]
}

export class TermTable {
  readonly terms = new Map<string, TermTotal>()
  readonly #words = new Map<string, number>()
  /** Words of text. */
  size = 0

  add(evidence: CountedEvidence): void {
    this.#count(evidence, 1)
  }

  /** @param evidence exactly as it was added */
  remove(evidence: CountedEvidence): void {
    this.#count(evidence, -1)
  }

  /** Occurrences of a phrase, or of a word in any part of speech. */
  countOf(key: string): number {
    return key.includes(' ') ? (this.terms.get(key)?.count ?? 0) : (this.#words.get(key) ?? 0)
  }

  /** As written in most documents; ties go to the alphabet. */
  textOf(key: string): string {
    const texts = this.terms.get(key)?.texts ?? ''
    if (typeof texts === 'string') return texts
    const [[text] = ['']] = [...texts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    return text
  }

  snapshot(): TermSnapshot {
    const keys: string[] = []
    const texts: TermSnapshot['texts'] = []
    const numbers: number[] = []
    for (const [key, term] of this.terms) {
      keys.push(key)
      texts.push(typeof term.texts !== 'string' ? [...term.texts] : term.texts === key ? null : term.texts)
      const { count, alone, inside, capital, documents, recordings } = term
      numbers.push(count, alone, inside, capital, documents, recordings)
    }
    return { keys, texts, numbers, words: [...this.#words.keys()], wordCounts: [...this.#words.values()] }
  }

  /** @param snapshot of a table; this one is empty */
  restore({ keys, texts, numbers, words, wordCounts }: TermSnapshot): void {
    let next = 0
    const read = (): number => numbers[next++] ?? 0
    for (const [at, key] of keys.entries()) {
      const written = texts[at] ?? key
      this.terms.set(key, {
        key,
        texts: typeof written === 'string' ? written : new Map(written),
        // In the order they were put down.
        count: read(),
        alone: read(),
        inside: read(),
        capital: read(),
        documents: read(),
        recordings: read(),
      })
    }
    for (const [at, word] of words.entries()) {
      const count = wordCounts[at] ?? 0
      this.#words.set(word, count)
      this.size += count
    }
  }

  #count({ terms, words, kind }: CountedEvidence, sign: 1 | -1): void {
    for (const { key, text, count, alone, inside, capital } of terms) {
      let total = this.terms.get(key)
      if (!total) {
        total = {
          key,
          texts: text,
          count: 0,
          alone: 0,
          inside: 0,
          capital: 0,
          documents: 0,
          recordings: 0,
        }
        this.terms.set(key, total)
      }
      total.count += sign * count
      total.alone += sign * alone
      total.inside += sign * inside
      total.capital += sign * capital
      total.texts = countText(total, text, sign)
      total.documents += sign
      if (kind !== 'post') total.recordings += sign
      if (total.documents === 0) this.terms.delete(key)
    }
    for (const [word, count] of words) {
      addTo(this.#words, word, sign * count)
      this.size += sign * count
    }
  }
}

/** How a term is written when one more document, or one less, writes it so. @param total as it was before */
function countText({ texts, documents }: TermTotal, text: string, sign: 1 | -1): TermTotal['texts'] {
  if (texts === text) return texts
  const counts = typeof texts === 'string' ? new Map([[texts, documents]]) : texts
  addTo(counts, text, sign)
  const [[only = ''] = []] = counts
  return counts.size === 1 ? only : counts
}

function addTo(counts: Map<string, number>, key: string, amount: number): void {
  const count = (counts.get(key) ?? 0) + amount
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
