import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { ConceptOrigin } from '../../domain/concept.js'
import type { DocumentKind, Link } from '../../domain/document.js'
import type { PersonMention } from '../../domain/concept.js'
import { conceptKey } from '../concept-key.js'
import type { CalledName } from './find-called.js'

/** What one document says that could be about concepts, read from it alone. */

/** Bumped when the same document gives other evidence, or when it is kept otherwise. */
export const evidenceVersion = 9

/** How often a phrase occurs in a document. */
export interface TermCount {
  /** `conceptKey` */
  key: string
  /** As written most. */
  text: string
  count: number
  /** Of these, as no part of a longer phrase. */
  alone: number
  /** Of these, not as the first word of a sentence. */
  inside: number
  /** Of `inside`, with a capital at every word. */
  capital: number
}

/** A name that the document gives to something by its form: a heading, a row of a table, a tag, a title. */
export interface NamedConcept {
  /** The first is the one to show. As written. */
  names: string[]
  origin: ConceptOrigin
  /** The document explains it there, so that it is a concept whatever else is said about it. */
  sure: boolean
  /** Fragment id of the section that it heads; null elsewhere. */
  anchor: string | null
  /** What the section says it is, and what it is like; word for word. */
  definition: string
  analogy: string
  links: Link[]
}

const knownKeys = new WeakMap<NamedConcept, readonly string[]>()

/** `conceptKey` of each of its names, in their order; worked out once. */
export function keysOfNamed(named: NamedConcept): readonly string[] {
  const keys = knownKeys.get(named) ?? named.names.map(conceptKey)
  knownKeys.set(named, keys)
  return keys
}

export interface Heading {
  /** `conceptKey` of it without its numbers; never empty. */
  key: string
  /** It is there several times, with other numbers. */
  numbered: boolean
}

export interface AbbreviationCount {
  short: string
  long: string
  count: number
}

export interface DocumentEvidence {
  documentId: string
  sourceId: string
  kind: DocumentKind
  /** Title of the series that it is part of; null without one. */
  series: string | null
  publishedAt: string | null
  /** Ids of the passages that are no advertisements, by ordinal. */
  passageIds: string[]
  terms: TermCount[]
  named: NamedConcept[]
  abbreviations: AbbreviationCount[]
  people: Omit<PersonMention, 'documentId'>[]
  /** Phrases that are written like names, by key: some of them are people. */
  mentioned: { key: string; count: number }[]
  /** Words that are used as names of people are. */
  called: CalledName[]
  /** Chapter titles, headings and the title, each once: what most documents of a source have is a form to fill in. */
  headings: Heading[]
  /** Keys of sentences at its edges, each once: what most documents of a source have is a form, too. */
  edges: string[]
  /** Every word of its text, as in keys, with how often it stands there; by the alphabet. */
  words: [string, number][]
  /** The same in their order: first a line for each passage, then for each heading; a space before and after each word. */
  lines: string
}

/** As small as gzip's fastest level makes it, in half its time. */
const fastest = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }

export const packText = (text: string): Uint8Array => brotliCompressSync(text, fastest)
export const unpackText = (bytes: Uint8Array): string => brotliDecompressSync(bytes).toString('utf8')
export const packJson = (value: unknown): Uint8Array => packText(JSON.stringify(value))
export const unpackJson = (bytes: Uint8Array): unknown => JSON.parse(unpackText(bytes))
