import type Database from 'better-sqlite3'
import { dotQuantized } from '../../embed/quantize.js'
import { coverTerms, findPairs, maskOf, settleMask, type MatchedWord } from '../term-evidence.js'
import type { PassageEvidence, Probe, SentenceEvidence } from '../search-index.js'
import type { DenseIndex } from './dense-index.js'
import type { InvertedIndex, LexicalScores } from './inverted-index.js'
import { normalizeVector } from './vector-arena.js'

interface EvidenceRow {
  passageId: string
  documentId: string
  label: number
  language: string | null
  title: string
  chapter: string
  text: string
  sentences: Buffer | null
  before: number | null
  after: number | null
}

/** All that the index knows about how well passages match a query. */
export class EvidenceReader {
  readonly #dense: DenseIndex
  readonly #lexical: InvertedIndex
  readonly #findRow: Database.Statement<[string], EvidenceRow>

  constructor(database: Database.Database, dense: DenseIndex, lexical: InvertedIndex) {
    this.#dense = dense
    this.#lexical = lexical
    this.#findRow = database.prepare(
      `SELECT e.passage_id AS passageId, e.document_id AS documentId, e.label, e.language, t.title, t.chapter, t.text, s.vectors AS sentences,
         (SELECT label FROM entries WHERE document_id = e.document_id AND ordinal = e.ordinal - 1) AS before,
         (SELECT label FROM entries WHERE document_id = e.document_id AND ordinal = e.ordinal + 1) AS after
       FROM entries e JOIN texts t ON t.label = e.label LEFT JOIN sentences s ON s.label = e.label
       WHERE e.passage_id = ?`,
    )
  }

  /** As the port's `gatherEvidence`. */
  gather(passageIds: readonly string[], { terms, vector }: Probe): PassageEvidence[] {
    const scores = this.#lexical.score(terms)
    const unit = vector && normalizeVector(vector)
    const matcher = new WordMatcher(this.#lexical, scores)
    return passageIds.flatMap((passageId) => {
      const row = this.#findRow.get(passageId)
      return row ? [this.#describe(row, { scores, unit, matcher })] : []
    })
  }

  #describe(
    row: EvidenceRow,
    { scores, unit, matcher }: { scores: LexicalScores; unit: Float32Array | null; matcher: WordMatcher },
  ): PassageEvidence {
    const { implications } = scores
    const idfs = scores.weights.slice(0, scores.typed).map(({ idf }) => idf)
    const settle = (mask: number): number => settleMask(mask, implications)
    const similarity = (label: number): number | null => unit && this.#dense.similarity(label, unit)
    const mask = (label: number | null): number => (label === null ? 0 : (scores.masks[label] ?? 0))
    const neighbours = [row.before, row.after].filter((label) => label !== null)
    const lines = row.text.split('\n')
    // Most candidates of the dense retriever hold no term: nothing to look for in them.
    const sentences =
      mask(row.label) === 0 ? lines.map(() => []) : lines.map((line) => matcher.match(line, row.language))
    const masks = sentences.map((sentence) => settle(maskOf(sentence)))
    const titles = matcher.match(`${row.title} ${row.chapter}`, row.language)
    return {
      passageId: row.passageId,
      documentId: row.documentId,
      lexical: scores.scores[row.label] ?? 0,
      dense: similarity(row.label),
      neighbours: neighbours.map(similarity),
      coverage: coverTerms(settle(mask(row.label) | mask(row.before) | mask(row.after)), idfs),
      titleCoverage: coverTerms(settle(maskOf(titles)), idfs),
      pairs: findPairs(sentences, idfs.length),
      sentences: describeSentences(masks, { idfs, unit, vectors: row.sentences }),
    }
  }
}

function describeSentences(
  masks: readonly number[],
  { idfs, unit, vectors }: { idfs: readonly number[]; unit: Float32Array | null; vectors: Buffer | null },
): SentenceEvidence[] {
  const dimensions = unit?.length ?? 0
  return masks.map((mask, index) => ({
    similarity:
      unit && vectors && vectors.length >= (index + 1) * dimensions
        ? dotQuantized(
            unit,
            new Int8Array(vectors.buffer, vectors.byteOffset + index * dimensions, dimensions),
          )
        : null,
    coverage: coverTerms(mask, idfs),
  }))
}

/** Words → which term of the query they are; each word is looked up once. */
class WordMatcher {
  readonly #lexical: InvertedIndex
  readonly #indexes = new Map<number, number>()
  readonly #known = new Map<string | null, Map<string, MatchedWord>>()

  constructor(lexical: InvertedIndex, { weights }: LexicalScores) {
    this.#lexical = lexical
    for (const [index, { terms }] of weights.entries())
      for (const term of terms) this.#indexes.set(term, index)
  }

  match(line: string, language: string | null): MatchedWord[] {
    let known = this.#known.get(language)
    if (!known) this.#known.set(language, (known = new Map<string, MatchedWord>()))
    const matched: MatchedWord[] = []
    for (const word of line.split(' ')) {
      let index = known.get(word)
      if (index === undefined) {
        const term = this.#lexical.termOfWord(word, language)
        index = term === undefined ? null : (this.#indexes.get(term) ?? null)
        known.set(word, index)
      }
      matched.push(index)
    }
    return matched
  }
}
