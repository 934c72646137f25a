import type { ConceptUpdate } from '../../src/catalog/concept-store.js'
import { conceptKey } from '../../src/concepts/concept-key.js'
import type { Concept, ConceptMention, ConceptStatement, PersonMention } from '../../src/domain/concept.js'

/** Concepts named after their slug: `mixture-of-experts`. */

export function aConcept(fields: Partial<Concept> = {}): Concept {
  const slug = fields.slug ?? 'embedding'
  const name = fields.name ?? slug.replaceAll('-', ' ')
  const aliases = fields.aliases ?? []
  return {
    slug,
    name,
    aliases,
    keys: [name, ...aliases].map(conceptKey),
    score: 1,
    origins: ['speech'],
    hidden: false,
    definitions: [],
    analogies: [],
    links: [],
    first: null,
    best: null,
    related: [],
    prerequisites: [],
    mentionCount: 1,
    documentCount: 1,
    ...fields,
  }
}

/** In the passage `document-1-0` unless told otherwise. */
export function aMention(fields: Partial<ConceptMention> = {}): ConceptMention {
  const documentId = fields.documentId ?? 'document-1'
  const ordinal = fields.ordinal ?? 0
  return {
    slug: 'embedding',
    documentId,
    passageId: `${documentId}-${ordinal}`,
    ordinal,
    startMs: ordinal * 10_000,
    sentence: 0,
    count: 1,
    strength: 0,
    focus: 0.5,
    ...fields,
  }
}

export function aStatement(fields: Partial<ConceptStatement> = {}): ConceptStatement {
  const documentId = fields.documentId ?? 'document-1'
  return {
    text: 'An embedding is a list of numbers.',
    documentId,
    passageId: `${documentId}-0`,
    startMs: 0,
    endMs: 4_000,
    anchor: null,
    ...fields,
  }
}

export function aPerson(fields: Partial<PersonMention> = {}): PersonMention {
  return { name: 'Ada Lovelace', documentId: 'document-1', role: 'host', count: 3, ...fields }
}

/** What was read from a document, and what was found in it. */
export function aReading(
  documentId: string,
  found: { mentions?: ConceptMention[]; people?: PersonMention[]; bytes?: number[]; matches?: number[] } = {},
): ConceptUpdate['documents'][number] {
  const bytes = Uint8Array.from(found.bytes ?? [1, 2, 3])
  return {
    documentId,
    evidence: { outline: bytes, lines: Uint8Array.of(4, ...bytes), counts: Uint8Array.of(5, ...bytes) },
    matches: Uint8Array.from(found.matches ?? []),
    mentions: found.mentions ?? [],
    people: found.people ?? [],
  }
}

/** A step that changes nothing but the state, from before the first one to `seq` 1, unless told otherwise. */
export function anUpdate(fields: Partial<ConceptUpdate> = {}): ConceptUpdate {
  return {
    from: null,
    to: { seq: 1, edit: 0, version: 'v1' },
    documents: [],
    removedDocuments: [],
    concepts: [],
    removedConcepts: [],
    issuedSlugs: new Map(),
    nameVectors: [],
    notes: new Uint8Array(),
    counts: null,
    ...fields,
  }
}
