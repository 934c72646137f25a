import type { ConceptStore } from '../../src/catalog/concept-store.js'
import { conceptKey } from '../../src/concepts/concept-key.js'
import type { DocumentEvidence, NamedConcept, TermCount } from '../../src/concepts/extract/evidence.js'
import type { GeneralEnglish } from '../../src/concepts/resolve/general-english.js'
import { TermTable } from '../../src/concepts/resolve/term-table.js'

/** What documents say, made by hand; a test names only what matters to it. */

/** Said three times by itself, in small letters, unless told otherwise. @param text as written */
export function aTerm(text: string, fields: Partial<TermCount> = {}): TermCount {
  const count = fields.count ?? 3
  return { key: conceptKey(text), text, count, alone: count, inside: count, capital: 0, ...fields }
}

/** The heading of a section that explains it, unless told otherwise. */
export function aNaming(names: string[], fields: Partial<NamedConcept> = {}): NamedConcept {
  return {
    names,
    origin: 'heading',
    sure: true,
    anchor: conceptKey(names[0] ?? '').replaceAll(' ', '-'),
    definition: '',
    analogy: '',
    links: [],
    ...fields,
  }
}

/** An episode with a thousand other words. Its words are those of its terms, unless told otherwise. */
export function anEvidence(fields: Partial<DocumentEvidence> = {}): DocumentEvidence {
  const documentId = fields.documentId ?? 'document-1'
  const words = new Map<string, number>([['other', 1000]])
  for (const { key, count } of fields.terms ?? [])
    for (const word of key.split(' ')) words.set(word, (words.get(word) ?? 0) + count)
  return {
    documentId,
    sourceId: 'source-1',
    kind: 'episode',
    series: null,
    publishedAt: null,
    passageIds: [`${documentId}-0`],
    terms: [],
    named: [],
    abbreviations: [],
    people: [],
    mentioned: [],
    called: [],
    headings: [],
    edges: [],
    words: [...words].sort(([a], [b]) => (a < b ? -1 : 1)),
    lines: '',
    ...fields,
  }
}

/** For records of which nothing was written. */
export const emptyCatalog: Pick<ConceptStore, 'findConceptEvidence'> = {
  findConceptEvidence: () => Promise.resolve(new Map()),
}

export function aTable(...documents: DocumentEvidence[]): TermTable {
  const table = new TermTable()
  for (const document of documents) table.add(document)
  return table
}

/** Words are rare unless their Zipf frequency is given. */
export function anEnglish(
  frequencies: Record<string, number> = {},
  givenNames: readonly string[] = [],
): GeneralEnglish {
  const ofWord = new Map(Object.entries(frequencies))
  return {
    frequency: (key) => Math.min(...key.split(' ').map((word) => ofWord.get(word) ?? 2)),
    isGivenName: (word) => givenNames.includes(word),
  }
}
