import type Database from 'better-sqlite3'
import { dotQuantized } from '../../embed/quantize.js'
import { coverTerms, findPairs, maskOf, settleMask } from '../term-evidence.js'
import type { PassageEvidence, PassageSentences, Probe, SentenceEvidence } from '../search-index.js'
import type { DenseIndex } from './dense-index.js'
import type { InvertedIndex, LexicalScores } from './inverted-index.js'
import type { PassageMap } from './passage-map.js'
import { normalizeVector } from './vector-arena.js'
import { WordMatcher } from './word-matcher.js'

interface EvidenceParts {
  dense: DenseIndex
  lexical: InvertedIndex
  map: PassageMap
}

interface SentencesRow {
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
  readonly #parts: EvidenceParts
  readonly #readText: Database.Statement<[number], string>
  readonly #readSentences: Database.Statement<[number], SentencesRow>

  /** @param database the reading connection */
  constructor(database: Database.Database, parts: EvidenceParts) {
    this.#parts = parts
    this.#readText = database.prepare<[number], string>('SELECT text FROM texts WHERE label = ?').pluck()
    this.#readSentences = database.prepare(
      'SELECT t.text, s.vectors FROM texts t LEFT JOIN sentences s ON s.label = t.label WHERE t.label = ?',
    )
  }

  /** As the port's `gatherEvidence`. */
  gather(passageIds: readonly string[], probe: Probe): PassageEvidence[] {
    const { dense, map } = this.#parts
    const { scores, idfs, unit, matcher } = this.#measureBy(probe)
    const cover = (mask: number): number => coverTerms(settleMask(mask, scores.implications), idfs)
    const similarity = (label: number): number | null => unit && dense.similarity(label, unit)
    const mask = (label: number | undefined): number => (label === undefined ? 0 : (scores.masks[label] ?? 0))
    const pairs = (label: number, language: string | null): number =>
      // Without two terms that follow each other in the query there is nothing to look for.
      (mask(label) & (mask(label) >>> 1)) === 0
        ? 0
        : findPairs(matcher.matchLines(this.#readText.get(label) ?? '', language), idfs.length)

    return passageIds.flatMap((passageId) => {
      const label = map.labelOf(passageId)
      const place = label === undefined ? undefined : map.placeOf(label)
      if (label === undefined || !place) return []
      const { documentId, titles } = place
      const [before, after] = map.neighboursOf(label)
      return [
        {
          passageId,
          documentId,
          lexical: scores.scores[label] ?? 0,
          dense: similarity(label),
          neighbours: [before, after].filter((each) => each !== undefined).map(similarity),
          coverage: cover(mask(label) | mask(before) | mask(after)),
          titleCoverage: cover(matcher.maskOfTitle(titles)),
          pairs: pairs(label, titles.language),
        },
      ]
    })
  }

  /** As the port's `gatherSentences`. */
  gatherSentences(passageIds: readonly string[], probe: Probe): PassageSentences[] {
    const { map } = this.#parts
    const measure = this.#measureBy(probe)
    return passageIds.flatMap((passageId) => {
      const label = map.labelOf(passageId)
      const language = label === undefined ? undefined : map.placeOf(label)?.titles.language
      const row = label === undefined ? undefined : this.#readSentences.get(label)
      if (language === undefined || !row) return []
      return [{ passageId, sentences: describeSentences({ ...row, language }, measure) }]
    })
  }

  #measureBy({ terms, vector }: Probe): Measure {
    const scores = this.#parts.lexical.score(terms)
    return {
      scores,
      idfs: scores.weights.slice(0, scores.typed).map(({ idf }) => idf),
      unit: vector && normalizeVector(vector),
      matcher: new WordMatcher(this.#parts.lexical, scores),
    }
  }
}

function describeSentences(
  { text, language, vectors }: SentencesRow & { language: string | null },
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
