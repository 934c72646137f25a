import { conceptKey } from '../concept-key.js'
import { tailOf } from '../extract/list-edges.js'
import type { DocumentEvidence } from '../extract/evidence.js'

/**
 * What a publisher writes into every document: the names of its shows, the headings of its form, how its sections and its
 * documents begin and end.
 */

/** What this many documents of a source have, and this share of them, belongs to the form; */
const many = { documents: 5, share: 0.08 }
/** of a source with few documents nearly all must have it, in words that are no name of something. */
const few = { documents: 3, share: 0.6 }
/**
 * A heading that so many documents have several times, with other numbers, is no form to fill in but the name of what is
 * numbered: `LND #9491`, `LND #9150`.
 */
const minNumbered = 2
const minWordsOfForm = 3
const maxWordsOfTerm = 4

export interface Templates {
  isName(key: string): boolean
  isPart(key: string): boolean
  /** Times that documents say a term in a sentence of the form. */
  countOf(key: string): number
  /** Keys of headings and sentences of the form: what is named in them is not spoken about. By the alphabet. */
  forms: readonly string[]
}

/**
 * Keys that are no concepts: titles of sources and series, what recurs in titles with only its number changed, headings
 * that recur, and what of these is two words or more.
 * @param showNames titles of sources and series
 */
export function findTemplates(
  documents: Iterable<Pick<DocumentEvidence, 'sourceId' | 'headings' | 'edges'>>,
  showNames: Iterable<string>,
): Templates {
  const ofSource = new Map<string, Counted>()
  for (const { sourceId, headings, edges } of documents) {
    const source = ofSource.get(sourceId) ?? newCounts()
    ofSource.set(sourceId, source)
    source.documents++
    for (const { key, numbered } of headings) {
      addOne(source.headings, key)
      if (numbered) addOne(source.numbered, key)
    }
    for (const key of edges) addOne(source.edges, key)
  }
  const names = new Set([...showNames].map(conceptKey))
  const parts = new Set<string>()
  const counts = new Map<string, number>()
  const forms = new Set<string>()
  for (const source of ofSource.values()) {
    for (const [key] of listForms(source.headings, source.documents)) {
      if ((source.numbered.get(key) ?? 0) >= minNumbered) continue
      names.add(key)
      forms.add(key)
      for (const part of partsOf(key, 2)) parts.add(part)
    }
    const found = new Map(listForms(source.edges, source.documents))
    // Where all of a sentence is a form its end is counted with it.
    for (const [key, count] of found) {
      const tail = tailOf(key)
      if (tail !== null && found.has(tail)) found.set(tail, (found.get(tail) ?? 0) - count)
    }
    for (const [key, count] of found) {
      forms.add(key)
      for (const part of partsOf(key, 1, maxWordsOfTerm)) counts.set(part, (counts.get(part) ?? 0) + count)
    }
  }
  return {
    isName: (key) => names.has(key),
    isPart: (key) => parts.has(key),
    countOf: (key) => counts.get(key) ?? 0,
    forms: [...forms].filter(isLongForm).sort(),
  }
}

/** Documents of a source, and of its headings and the sentences at its edges in how many they are. */
interface Counted {
  documents: number
  headings: Map<string, number>
  /** Those that are there several times with other numbers. */
  numbered: Map<string, number>
  edges: Map<string, number>
}

const newCounts = (): Counted => ({
  documents: 0,
  headings: new Map(),
  numbered: new Map(),
  edges: new Map(),
})

const addOne = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const listForms = (counts: ReadonlyMap<string, number>, documents: number): [string, number][] =>
  [...counts].filter(([key, count]) =>
    [many, ...(isLongForm(key) ? [few] : [])].some(
      (bound) => count >= bound.documents && count >= bound.share * documents,
    ),
  )

const isLongForm = (key: string): boolean => key.split(' ').length >= minWordsOfForm

/** Runs of so many words. */
function* partsOf(key: string, minWords: number, maxWords = Infinity): Generator<string> {
  const words = key.split(' ')
  for (let from = 0; from < words.length; from++)
    for (let to = from + minWords; to <= Math.min(words.length, from + maxWords); to++)
      yield words.slice(from, to).join(' ')
}
