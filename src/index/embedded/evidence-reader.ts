import type Database from 'better-sqlite3'
import { dotQuantized } from '../../embed/quantize.js'
import { coverTerms, findPairs, maskOf, settleMask, type MatchedWord } from '../term-evidence.js'
import type { PassageEvidence, PassageSentences, Probe, SentenceEvidence } from '../search-index.js'
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
  before: number | null
  after: number | null
}

interface SentencesRow {
  passageId: string
  language: string | null
  text: string
  vectors: Buffer | null
}

/** A query as the evidence is measured by. */
interface Measure {
  scores: LexicalScores
  /** Of the typed terms. */
  idfs: readonly number[]
  unit: Float32Array | null
  matcher: WordMatcher
}

/** All that the index knows about how well passages match a query. */
export class EvidenceReader {
  readonly #database: Database.Database
  readonly #dense: DenseIndex
  readonly #lexical: InvertedIndex

  constructor(database: Database.Database, dense: DenseIndex, lexical: InvertedIndex) {
    this.#database = database
    this.#dense = dense
    this.#lexical = lexical
  }

  /** As the port's `gatherEvidence`. */
  gather(passageIds: readonly string[], probe: Probe): PassageEvidence[] {
    const find = this.#database.prepare<[string], EvidenceRow>(
      `SELECT e.passage_id AS passageId, e.document_id AS documentId, e.label, e.language, t.title, t.chapter, t.text,
         (SELECT label FROM entries WHERE document_id = e.document_id AND ordinal = e.ordinal - 1) AS before,
         (SELECT label FROM entries WHERE document_id = e.document_id AND ordinal = e.ordinal + 1) AS after
       FROM entries e JOIN texts t ON t.label = e.label WHERE e.passage_id = ?`,
    )
    const measure = this.#measureBy(probe)
    return passageIds.flatMap((passageId) => {
      const row = find.get(passageId)
      return row ? [this.#describe(row, measure)] : []
    })
  }

  /** As the port's `gatherSentences`. */
  gatherSentences(passageIds: readonly string[], probe: Probe): PassageSentences[] {
    const find = this.#database.prepare<[string], SentencesRow>(
      `SELECT e.passage_id AS passageId, e.language, t.text, s.vectors
       FROM entries e JOIN texts t ON t.label = e.label LEFT JOIN sentences s ON s.label = e.label
       WHERE e.passage_id = ?`,
    )
    const measure = this.#measureBy(probe)
    return passageIds.flatMap((passageId) => {
      const row = find.get(passageId)
      return row ? [{ passageId, sentences: describeSentences(row, measure) }] : []
    })
  }

  #measureBy({ terms, vector }: Probe): Measure {
    const scores = this.#lexical.score(terms)
    return {
      scores,
      idfs: scores.weights.slice(0, scores.typed).map(({ idf }) => idf),
      unit: vector && normalizeVector(vector),
      matcher: new WordMatcher(this.#lexical, scores),
    }
  }

  #describe(row: EvidenceRow, { scores, idfs, unit, matcher }: Measure): PassageEvidence {
    const cover = (mask: number): number => coverTerms(settleMask(mask, scores.implications), idfs)
    const similarity = (label: number): number | null => unit && this.#dense.similarity(label, unit)
    const mask = (label: number | null): number => (label === null ? 0 : (scores.masks[label] ?? 0))
    const neighbours = [row.before, row.after].filter((label) => label !== null)
    return {
      passageId: row.passageId,
      documentId: row.documentId,
      lexical: scores.scores[row.label] ?? 0,
      dense: similarity(row.label),
      neighbours: neighbours.map(similarity),
      coverage: cover(mask(row.label) | mask(row.before) | mask(row.after)),
      titleCoverage: cover(maskOf(matcher.match(`${row.title} ${row.chapter}`, row.language))),
      // Most candidates of the dense retriever hold no term: nothing to look for in them.
      pairs: mask(row.label) === 0 ? 0 : findPairs(matcher.matchLines(row.text, row.language), idfs.length),
    }
  }
}

function describeSentences(
  { text, language, vectors }: SentencesRow,
  { scores, idfs, unit, matcher }: Measure,
): SentenceEvidence[] {
  const dimensions = unit?.length ?? 0
  return matcher.matchLines(text, language).map((words, index) => ({
    similarity:
      unit && vectors && vectors.length >= (index + 1) * dimensions
        ? dotQuantized(
            unit,
            new Int8Array(vectors.buffer, vectors.byteOffset + index * dimensions, dimensions),
          )
        : null,
    coverage: coverTerms(settleMask(maskOf(words), scores.implications), idfs),
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

  /** Of each sentence. */
  matchLines(text: string, language: string | null): MatchedWord[][] {
    return text.split('\n').map((line) => this.match(line, language))
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
