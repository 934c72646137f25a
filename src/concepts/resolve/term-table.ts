import type { DocumentEvidence, TermCount } from '../extract/evidence.js'

/** Counts of phrases and words over the library; what is added can be taken out again. */

export interface TermTotal extends Omit<TermCount, 'text'> {
  /** Text → how many documents write it so most. */
  texts: Map<string, number>
  documents: number
  /** Of these, episodes and shorts. */
  recordings: number
}

export class TermTable {
  readonly terms = new Map<string, TermTotal>()
  readonly #words = new Map<string, number>()
  /** Words of text. */
  size = 0

  add(evidence: DocumentEvidence): void {
    this.#count(evidence, 1)
  }

  /** @param evidence exactly as it was added */
  remove(evidence: DocumentEvidence): void {
    this.#count(evidence, -1)
  }

  /** Occurrences of a phrase, or of a word in any part of speech. */
  countOf(key: string): number {
    return key.includes(' ') ? (this.terms.get(key)?.count ?? 0) : (this.#words.get(key) ?? 0)
  }

  /** As written in most documents; ties go to the alphabet. */
  textOf(key: string): string {
    const [[text] = ['']] = [...(this.terms.get(key)?.texts ?? [])].sort(
      ([a, n], [b, m]) => m - n || (a < b ? -1 : 1),
    )
    return text
  }

  #count({ terms, words, kind }: DocumentEvidence, sign: 1 | -1): void {
    for (const { key, text, count, alone, inside, capital } of terms) {
      let total = this.terms.get(key)
      if (!total) {
        total = {
          key,
          texts: new Map(),
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
      total.documents += sign
      if (kind !== 'post') total.recordings += sign
      addTo(total.texts, text, sign)
      if (total.documents === 0) this.terms.delete(key)
    }
    for (const [word, count] of words) {
      addTo(this.#words, word, sign * count)
      this.size += sign * count
    }
  }
}

function addTo(counts: Map<string, number>, key: string, amount: number): void {
  const count = (counts.get(key) ?? 0) + amount
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
