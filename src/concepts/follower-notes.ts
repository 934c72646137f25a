import { createHash } from 'node:crypto'
import type { Concept } from '../domain/concept.js'
import { packJson, unpackJson } from './extract/evidence.js'

/** What a step leaves for the next one, which another process may take. */
export interface FollowerNotes {
  /** Key of each name that was looked for → how. */
  sought: ReadonlyMap<string, string>
  /** Key → slug of its concept. */
  slugOfKey: ReadonlyMap<string, string>
  /** Key → person, as written. */
  people: ReadonlyMap<string, string>
  /** Slug → `printConcept` of what was written. */
  written: ReadonlyMap<string, string>
}

export const noNotes: FollowerNotes = {
  sought: new Map(),
  slugOfKey: new Map(),
  people: new Map(),
  written: new Map(),
}

const names = ['sought', 'slugOfKey', 'people', 'written'] as const

export const packNotes = (notes: FollowerNotes): Uint8Array =>
  packJson(Object.fromEntries(names.map((name) => [name, [...notes[name]]])))

export function unpackNotes(bytes: Uint8Array): FollowerNotes {
  const lists = unpackJson(bytes) as Record<(typeof names)[number], [string, string][]>
  return {
    sought: new Map(lists.sought),
    slugOfKey: new Map(lists.slugOfKey),
    people: new Map(lists.people),
    written: new Map(lists.written),
  }
}

/** The same for the same concept, and in practice for no other. */
export const printConcept = (concept: Concept): string =>
  createHash('sha256').update(JSON.stringify(concept)).digest('base64').slice(0, 16)
