import type { DocumentEvidence, TermCount } from '../extract/evidence.js'

/** Counts of phrases and words over the library; what is added can be taken out again. */

export interface TermTotal extends Omit<TermCount, 'text'> {
  documents: number
  /** Of these, episodes and shorts. */
  recordings: number
}

/** What of a document is counted. */
export type CountedEvidence = Pick<DocumentEvidence, 'terms' | 'words' | 'kind'>

/** How documents write a term: the text that all of them write, else text → how many of them write it so most. */
type Texts = string | Map<string, number>

/** A table as it is kept. */
export interface TermSnapshot {
  keys: string[]
  /** Of the terms that are not written as their keys are: place in `keys`, how they are written. */
  texts: [number, string | [string, number][]][]
  /** Of each term its numbers, one after the other. */
  numbers: Int32Array
  words: string[]
  wordCounts: Int32Array
}

/** A row is as wide as this. */
const numberNames = ['count', 'alone', 'inside', 'capital', 'documents', 'recordings'] as const
const width = numberNames.length
const at = Object.fromEntries(numberNames.map((name, place) => [name, place])) as Record<
  (typeof numberNames)[number],
  number
>
const firstRows = 1024

/** In rows of numbers: a library has hundreds of thousands of terms, which as objects are slow to read and to walk through. */
export class TermTable {
  /** Key → row. */
  readonly #rows = new Map<string, number>()
  #numbers = new Int32Array(firstRows * width)
  #texts: Texts[] = []
  /** Rows of terms that are gone. */
  readonly #free: number[] = []
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

  /** How many terms there are. */
  get terms(): number {
    return this.#rows.size
  }

  get(key: string): TermTotal | undefined {
    const row = this.#rows.get(key)
    return row === undefined ? undefined : this.#totalAt(key, row)
  }

  /** Terms that are said so often, in so many documents; in no order that means anything. */
  *list(minCount: number, minDocuments: number): Generator<TermTotal> {
    for (const [key, row] of this.#rows) {
      const from = row * width
      if ((this.#numbers[from + at.count] as number) < minCount) continue
      if ((this.#numbers[from + at.documents] as number) < minDocuments) continue
      yield this.#totalAt(key, row)
    }
  }

  /** Occurrences of a phrase, or of a word in any part of speech. */
  countOf(key: string): number {
    if (!key.includes(' ')) return this.#words.get(key) ?? 0
    const row = this.#rows.get(key)
    return row === undefined ? 0 : (this.#numbers[row * width + at.count] as number)
  }

  /** As written in most documents; ties go to the alphabet. */
  textOf(key: string): string {
    const texts = this.#texts[this.#rows.get(key) ?? -1] ?? ''
    if (typeof texts === 'string') return texts
    const [[text] = ['']] = [...texts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    return text
  }

  snapshot(): TermSnapshot {
    const keys = [...this.#rows.keys()]
    const texts: TermSnapshot['texts'] = []
    const numbers = new Int32Array(keys.length * width)
    let place = 0
    for (const [key, row] of this.#rows) {
      const written = this.#texts[row] as Texts
      if (written !== key) texts.push([place, typeof written === 'string' ? written : [...written]])
      numbers.set(this.#numbers.subarray(row * width, (row + 1) * width), width * place++)
    }
    return {
      keys,
      texts,
      numbers,
      words: [...this.#words.keys()],
      wordCounts: Int32Array.from(this.#words.values()),
    }
  }

  /** @param snapshot of a table; this one is empty */
  restore({ keys, texts, numbers, words, wordCounts }: TermSnapshot): void {
    for (const [row, key] of keys.entries()) this.#rows.set(key, row)
    this.#texts = keys.slice()
    for (const [row, written] of texts)
      this.#texts[row] = typeof written === 'string' ? written : new Map(written)
    // With room for what the next documents say.
    this.#numbers = new Int32Array(numbers.length + firstRows * width)
    this.#numbers.set(numbers)
    for (const [place, word] of words.entries()) this.#words.set(word, wordCounts[place] as number)
    this.size = wordCounts.reduce((sum, count) => sum + count, 0)
  }

  #totalAt(key: string, row: number): TermTotal {
    const from = row * width
    return {
      key,
      count: this.#numbers[from] as number,
      alone: this.#numbers[from + at.alone] as number,
      inside: this.#numbers[from + at.inside] as number,
      capital: this.#numbers[from + at.capital] as number,
      documents: this.#numbers[from + at.documents] as number,
      recordings: this.#numbers[from + at.recordings] as number,
    }
  }

  #count({ terms, words, kind }: CountedEvidence, sign: 1 | -1): void {
    for (const { key, text, count, alone, inside, capital } of terms) {
      const row = this.#rows.get(key) ?? this.#addRow(key)
      const from = row * width
      const documents = this.#numbers[from + at.documents] as number
      this.#texts[row] = countText(documents === 0 ? text : (this.#texts[row] as Texts), {
        text,
        sign,
        documents,
      })
      const added = [count, alone, inside, capital, 1, kind === 'post' ? 0 : 1]
      for (const [place, number] of added.entries())
        this.#numbers[from + place] = (this.#numbers[from + place] as number) + sign * number
      if (documents + sign === 0) this.#removeRow(key, row)
    }
    for (const [word, count] of words) {
      addTo(this.#words, word, sign * count)
      this.size += sign * count
    }
  }

  /** With all its numbers zero. */
  #addRow(key: string): number {
    const row = this.#free.pop() ?? this.#texts.length
    if ((row + 1) * width > this.#numbers.length) {
      const wider = new Int32Array(2 * this.#numbers.length)
      wider.set(this.#numbers)
      this.#numbers = wider
    }
    this.#texts[row] = ''
    this.#rows.set(key, row)
    return row
  }

  #removeRow(key: string, row: number): void {
    this.#numbers.fill(0, row * width, (row + 1) * width)
    this.#texts[row] = ''
    this.#rows.delete(key)
    this.#free.push(row)
  }
}

/** How a term is written when one more document, or one less, writes it so. @param documents before */
function countText(
  texts: Texts,
  { text, sign, documents }: { text: string; sign: 1 | -1; documents: number },
): Texts {
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
