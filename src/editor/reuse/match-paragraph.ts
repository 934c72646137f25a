import { findSentenceEnds } from '../../../ingest/find-sentence-ends.js'
import type { Catalog } from '../../catalog/catalog.js'
import type { Embedder } from '../../embed/embedder.js'
import { analyzeQuery, type QueryTerm } from '../../index/analyze.js'
import type { Probe, SearchFilter, SearchIndex, SentenceEvidence } from '../../index/search-index.js'
import { collapseNeighbours, type Hit } from '../../search/collapse.js'
import { foldRepeats } from '../../search/fold-repeats.js'
import { findHighlights } from '../../search/highlight.js'
import { loadResults, shownPassages, type LoadedResult } from '../../search/load-results.js'
import type { Query } from '../../search/parse-query.js'
import { retrieve } from '../../search/retrieve.js'
import { missesIdentifiers, repeatedShare, shareOfIdentifiers, wordsOf } from './compare-words.js'
import { surroundings, weighHit } from './order-hits.js'
import { relatePassage, type Relation, type SentenceMatch } from './relate-passage.js'
import type { DraftParagraph } from './split-draft.js'

/** One paragraph → the passages that say, support or repeat it, by the search's own stages. */

export interface MatchDependencies {
  catalog: Catalog
  index: SearchIndex
  embedder: Embedder
  /** Primary language subtags of the library, most passages first. */
  languages: () => Promise<readonly string[]>
  onDegraded: (error: unknown) => void
}

export interface MatchedPassage extends LoadedResult {
  relation: Relation
  /** How near the best of the passage's sentences is to one of the paragraph's. */
  similarity: number | null
}

export interface MatchedParagraph {
  matches: MatchedPassage[]
  /** A retriever did not answer. */
  degraded: boolean
}

/** Hits that are looked at for each one wanted, and at least: weak ones are left out, and they are put in another order. */
const hitsPerMatch = 3
const minHits = 15
/** A shorter sentence says nothing by itself. */
const minSentenceWords = 5
/** Under a paragraph of so few words its heading says what they are about. */
const maxWordsWithHeading = 25

interface OwnSentence {
  words: string[]
  terms: readonly QueryTerm[]
  vector: Float32Array | null
}

/**
 * Best first. Nothing of the text is an operator: the query is made of its words, never parsed.
 * @throws INDEX_UNAVAILABLE when no retriever answers
 */
export async function matchParagraph(
  { text, heading }: Pick<DraftParagraph, 'text' | 'heading'>,
  { k, filter }: { k: number; filter: SearchFilter },
  dependencies: MatchDependencies,
): Promise<MatchedParagraph> {
  const { catalog, index, onDegraded } = dependencies
  const languages = await dependencies.languages()
  const asked = heading !== null && wordsOf(text).length < maxWordsWithHeading ? `${heading}: ${text}` : text
  const query = toQuery(asked, filter, languages)
  if (query.terms.length === 0) return { matches: [], degraded: false }
  const [{ ranking, probe, degraded }, own] = await Promise.all([
    retrieve(query, { index, embedder: asPassages(dependencies.embedder), onDegraded }),
    readSentences(text, languages, dependencies),
  ])
  const places = await catalog.locatePassages(ranking.map(({ passageId }) => passageId))
  const placeOf = new Map(places.map((place) => [place.passageId, place]))
  const hits = collapseNeighbours(ranking, placeOf).slice(0, Math.max(minHits, hitsPerMatch * k))
  const texts = await catalog.findTexts(shownPassages(hits))
  const related = await relateHits(foldRepeats(hits, texts), {
    own,
    probe,
    index,
    words: new Map([...texts].map(([id, passage]) => [id, wordsOf(passage)])),
    regions: surroundings(ranking, placeOf),
  })
  return { matches: await describeHits(related.slice(0, k), { own, catalog }), degraded }
}

/** Weighed as a name is: a draft says much in the words in which it was said. */
function toQuery(text: string, filter: SearchFilter, languages: readonly string[]): Query {
  return {
    text,
    question: text,
    terms: analyzeQuery(text, languages),
    phrases: [],
    filter,
    names: [],
    understood: [],
    kind: 'identifier',
    language: languages[0] ?? 'en',
    isLanguageTold: false,
    mode: 'hybrid',
  }
}

/** A paragraph is no question: without the model's prefix for those it is nearer to what says the same. */
const asPassages = (embedder: Embedder): Embedder => ({
  identity: embedder.identity,
  embedPassages: (texts) => embedder.embedPassages(texts),
  async embedQuery(text) {
    const [vector] = await embedder.embedPassages([text])
    if (!vector) throw new RangeError('one text must give one vector')
    return vector
  },
  close: () => Promise.resolve(),
})

async function readSentences(
  text: string,
  languages: readonly string[],
  { embedder, onDegraded }: MatchDependencies,
): Promise<OwnSentence[]> {
  const sentences = splitSentences(text).filter((sentence) => wordsOf(sentence).length >= minSentenceWords)
  const vectors = await embedder.embedPassages(sentences).catch((error: unknown) => {
    onDegraded(error)
    return []
  })
  return sentences.map((sentence, at) => ({
    words: wordsOf(sentence),
    terms: analyzeQuery(sentence, languages),
    vector: vectors[at] ?? null,
  }))
}

function splitSentences(text: string): string[] {
  const ends = [...findSentenceEnds(text, null), text.length]
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end).trim())
}

interface RelatedHit {
  hit: Hit
  relation: Relation
  similarity: number | null
  /** Of the passage's sentences, to the sentence of the paragraph that matches best. */
  evidence: readonly SentenceEvidence[]
  best: OwnSentence | null
}

interface HitContext {
  own: readonly OwnSentence[]
  probe: Probe
  index: SearchIndex
  /** Words of the found passages, by passage id. */
  words: ReadonlyMap<string, string[]>
  /** As `surroundings` gives them. */
  regions: ReadonlyMap<string, number>
}

/** Best first, without those that are too weak to be shown. */
async function relateHits(hits: readonly Hit[], context: HitContext): Promise<RelatedHit[]> {
  const { own, probe, index, words, regions } = context
  const ids = hits.map(({ place }) => place.passageId)
  const [evidence, bySentence] = await Promise.all([
    index.gatherEvidence(ids, probe),
    Promise.all(own.map(({ terms, vector }) => index.gatherSentences(ids, { terms, vector }))),
  ])
  const evidenceOf = new Map(evidence.map((each) => [each.passageId, each]))
  const sentencesOf = bySentence.map(
    (each) => new Map(each.map(({ passageId, sentences }) => [passageId, sentences])),
  )
  const related = hits.flatMap((hit) => {
    const { passageId } = hit.place
    const found = evidenceOf.get(passageId)
    const said = words.get(passageId)
    if (!found || !said) return []
    const rows = sentencesOf.map((each) => each.get(passageId) ?? [])
    const sentences = own.map((sentence, at) => matchSentence(sentence.words, said, rows[at] ?? []))
    const { dense, coverage } = found
    const relation = relatePassage({ dense, coverage, sentences })
    if (relation === null) return []
    const strengths = sentences.map(strengthOf)
    const bestAt = strengths.indexOf(Math.max(...strengths))
    const around = hit.more.flatMap((place) => words.get(place.passageId) ?? [])
    const score = weighHit({
      score: hit.score,
      dense,
      sentences,
      region: regions.get(passageId) ?? 0,
      identifiers: shareOfIdentifiers(own[0]?.words ?? [], [...said, ...around]),
    })
    const { similarity = null } = sentences[bestAt] ?? {}
    return [
      {
        hit: { ...hit, score },
        relation,
        similarity,
        evidence: rows[bestAt] ?? [],
        best: own[bestAt] ?? null,
      },
    ]
  })
  return related.sort((a, b) => b.hit.score - a.hit.score)
}

const strengthOf = ({ similarity, coverage, repeated }: SentenceMatch): number =>
  (similarity ?? 0) + coverage / 2 + repeated

function matchSentence(
  words: readonly string[],
  said: readonly string[],
  evidence: readonly SentenceEvidence[],
): SentenceMatch {
  const [nearest] = [...evidence].sort((a, b) => (b.similarity ?? 0) - (a.similarity ?? 0))
  return {
    words: words.length,
    similarity: nearest?.similarity ?? null,
    coverage: nearest?.coverage ?? 0,
    repeated: repeatedShare(words, said),
    missesIdentifiers: missesIdentifiers(words, said),
  }
}

/** What is marked in a passage is what it has of the one sentence that it matches: all words of a paragraph would mark everything. */
async function describeHits(
  related: readonly RelatedHit[],
  { own, catalog }: { own: readonly OwnSentence[]; catalog: Catalog },
): Promise<MatchedPassage[]> {
  const sentences = related.map(({ hit, evidence }) => ({
    passageId: hit.place.passageId,
    sentences: evidence,
  }))
  const hits = related.map(({ hit }) => hit)
  const shown = new Set(shownPassages(hits))
  const results = await loadResults(catalog, hits, {
    terms: [],
    phrases: [],
    sentences: sentences.filter(({ passageId }) => shown.has(passageId)),
  })
  const relatedOf = new Map(related.map((each) => [each.hit.place.passageId, each]))
  return results.flatMap((result) => {
    const found = relatedOf.get(result.passageId)
    if (!found) return []
    const { relation, similarity, best } = found
    const terms = best?.terms ?? own.flatMap((sentence) => sentence.terms)
    const highlights = findHighlights(result.text, terms, result.document.language)
    return [{ ...result, highlights, relation, similarity }]
  })
}
