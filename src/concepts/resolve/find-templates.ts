import { conceptKey } from '../concept-key.js'
import type { DocumentEvidence } from '../extract/evidence.js'

/** What a publisher writes into every document: the names of its shows and the headings of its form. */

/** A heading that this many documents of a source have, and this share of them, belongs to the form. */
const templateDocuments = 5
const templateShare = 0.08

const withoutNumbers = (text: string): string => conceptKey(text.replaceAll(/\d+/g, ' '))

/** Headings of a document, each once: they stay as long as its evidence does. */
const known = new WeakMap<readonly string[], readonly string[]>()

function keysOf(headings: readonly string[]): readonly string[] {
  const keys = known.get(headings) ?? [...new Set(headings.map(withoutNumbers))]
  known.set(headings, keys)
  return keys
}

/**
 * Keys that are no concepts: titles of sources and series, what recurs in titles with only its number changed, headings
 * that recur, and what of these is two words or more.
 * @param showNames titles of sources and series
 */
export function findTemplates(
  documents: Iterable<Pick<DocumentEvidence, 'sourceId' | 'headings'>>,
  showNames: Iterable<string>,
): { isName(key: string): boolean; isPart(key: string): boolean } {
  const ofSource = new Map<string, { documents: number; counts: Map<string, number> }>()
  for (const { sourceId, headings } of documents) {
    const source = ofSource.get(sourceId) ?? { documents: 0, counts: new Map<string, number>() }
    ofSource.set(sourceId, source)
    source.documents++
    for (const key of keysOf(headings)) source.counts.set(key, (source.counts.get(key) ?? 0) + 1)
  }
  const names = new Set([...showNames].map(conceptKey))
  const parts = new Set<string>()
  for (const { documents: total, counts } of ofSource.values())
    for (const [key, count] of counts)
      if (key !== '' && count >= templateDocuments && count >= templateShare * total) {
        names.add(key)
        for (const part of partsOf(key)) parts.add(part)
      }
  return { isName: (key) => names.has(key), isPart: (key) => parts.has(key) }
}

/** Runs of two words and more. */
function* partsOf(key: string): Generator<string> {
  const words = key.split(' ')
  for (let from = 0; from < words.length; from++)
    for (let to = from + 2; to <= words.length; to++) yield words.slice(from, to).join(' ')
}
