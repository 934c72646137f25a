import type { Concept, ConceptMention, PersonMention } from '../domain/concept.js'
import { conceptKey } from './concept-key.js'
import { assignSlugs } from './concept-slug.js'
import type { DocumentRecord } from './document-records.js'
import { chooseStatements } from './relate/choose-statements.js'
import { gatherMentions, type Mention } from './relate/concept-mentions.js'
import { findPrerequisites } from './relate/find-prerequisites.js'
import { relateConcepts } from './relate/relate-concepts.js'
import type { People } from './resolve/find-people.js'
import type { ResolvedConcept } from './resolve/resolve-concepts.js'

/** Resolved names and what was found of them in the documents → concepts, their mentions, people. */

export interface BuiltConcepts {
  concepts: Concept[]
  /** `conceptKey` → slug. */
  slugOfKey: Map<string, string>
  mentionsOf(documentId: string): ConceptMention[]
  peopleOf(documentId: string): PersonMention[]
}

export interface BuildInput {
  resolved: readonly ResolvedConcept[]
  people: People
  /** By date, then by id. */
  records: readonly DocumentRecord[]
  /** Slug → key; what is new is added. */
  issued: Map<string, string>
  /** Key of a name → its unit vector. */
  vectors: ReadonlyMap<string, Float32Array>
}

export function buildConcepts({ people, records, issued, vectors, ...input }: BuildInput): BuiltConcepts {
  const resolved = keepNamed(input.resolved, records)
  const slugs = assignSlugs(resolved, issued)
  const slugAt = (position: number): string => slugs[position] ?? ''
  const conceptOf = new Map(
    resolved.flatMap(({ keys }, position) => keys.map((key) => [key, position] as const)),
  )
  const passages = records.reduce((sum, { evidence }) => sum + evidence.passageIds.length, 0)
  const mentions = records.map(({ evidence, matches }) => gatherMentions({ ...evidence, matches }, conceptOf))
  const ofConcept = resolved.map((): Mention[] => [])
  for (const inDocument of mentions)
    for (const mention of inDocument) ofConcept[mention.concept]?.push(mention)
  const visible = mentions.map((inDocument) => inDocument.filter(({ concept }) => !resolved[concept]?.hidden))
  const related = relateConcepts({
    mentions: visible,
    concepts: resolved.length,
    passages,
    posts: explainedTogether(records, conceptOf),
    vectors: resolved.map(({ name }) => vectors.get(conceptKey(name))),
  })
  const required = findPrerequisites(visible, resolved.length, passages)
  const concepts = resolved.map(
    ({ name, aliases, keys, score, origins, hidden, named }, position): Concept => {
      const own = ofConcept[position] ?? []
      return {
        slug: slugAt(position),
        name,
        aliases,
        keys,
        score,
        origins,
        hidden,
        ...chooseStatements(own, named),
        related: (related[position] ?? []).map(({ concept, ...relation }) => ({
          slug: slugAt(concept),
          ...relation,
        })),
        prerequisites: (required[position] ?? []).map(({ concept, ...requirement }) => ({
          slug: slugAt(concept),
          ...requirement,
        })),
        mentionCount: own.length,
        documentCount: new Set(own.map(({ documentId }) => documentId)).size,
      }
    },
  )
  const ofDocument = new Map(records.map(({ evidence }, at) => [evidence.documentId, mentions[at] ?? []]))
  const recordOf = new Map(records.map((record) => [record.evidence.documentId, record]))
  return {
    concepts,
    slugOfKey: new Map([...conceptOf].map(([key, position]) => [key, slugAt(position)])),
    mentionsOf: (documentId) =>
      (ofDocument.get(documentId) ?? []).map((mention) => toConceptMention(mention, slugAt(mention.concept))),
    peopleOf: (documentId) => listPeople(recordOf.get(documentId), people),
  }
}

/** A name that stands inside longer ones only is none by itself, unless a section explains it. */
function keepNamed(
  resolved: readonly ResolvedConcept[],
  records: readonly DocumentRecord[],
): readonly ResolvedConcept[] {
  const matched = new Set<string>()
  for (const { matches } of records) for (const { key } of matches) matched.add(key)
  return resolved.filter(
    ({ keys, named }) => keys.some((key) => matched.has(key)) || named.some((place) => place.named.sure),
  )
}

const toConceptMention = (
  { documentId, passageId, ordinal, startMs, sentence, count, strength, focus }: Mention,
  slug: string,
): ConceptMention => ({ slug, documentId, passageId, ordinal, startMs, sentence, count, strength, focus })

/** The concepts that each post explains, by position. */
function explainedTogether(
  records: readonly DocumentRecord[],
  conceptOf: ReadonlyMap<string, number>,
): number[][] {
  return records.flatMap(({ evidence }) => {
    const positions = evidence.named
      .filter(({ sure }) => sure)
      .map(({ names }) => conceptOf.get(conceptKey(names[0] ?? '')))
      .filter((position) => position !== undefined)
    return positions.length > 1 ? [[...new Set(positions)].sort((a, b) => a - b)] : []
  })
}

function listPeople(record: DocumentRecord | undefined, { names }: People): PersonMention[] {
  if (!record) return []
  const { documentId, people, mentioned } = record.evidence
  const known = new Set(people.map(({ name }) => conceptKey(name)))
  const others = mentioned
    .filter(({ key }) => names.has(key) && !known.has(key))
    .map(({ key, count }) => ({ name: names.get(key) ?? key, documentId, role: 'mentioned' as const, count }))
  // A publisher may name somebody twice.
  const once = new Map(people.map((person) => [`${person.role} ${person.name}`, person]))
  return [...[...once.values()].map((person) => ({ ...person, documentId })), ...others]
}
