import type { Concept, ConceptMention, PersonMention } from '../domain/concept.js'
import { conceptKey } from './concept-key.js'
import { assignSlugs } from './concept-slug.js'
import type { DocumentRecord } from './document-records.js'
import { keysOfNamed } from './extract/evidence.js'
import { chooseStatements } from './relate/choose-statements.js'
import { gatherMentions, type GatheredMentions, type Mention } from './relate/concept-mentions.js'
import { findPrerequisites } from './relate/find-prerequisites.js'
import { omitConcepts, type MentionTable } from './relate/mention-table.js'
import { relateConcepts } from './relate/relate-concepts.js'
import { listPeople } from './list-people.js'
import type { People } from './resolve/find-people.js'
import { loadGeneralEnglish } from './resolve/general-english.js'
import type { ResolvedConcept } from './resolve/resolve-concepts.js'
import { isUsual } from './resolve/seek-names.js'

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
  const documents = records.map(({ evidence, matches }) => ({ ...evidence, matches }))
  const mentions = gatherMentions(documents, conceptOf, resolved.length)
  const told = listTelling(mentions, resolved.length)
  const visible = resolved.some(({ hidden }) => hidden)
    ? omitConcepts(mentions, (concept) => resolved[concept]?.hidden ?? false)
    : mentions
  const related = relateConcepts({
    mentions: visible,
    concepts: resolved.length,
    passages,
    posts: explainedTogether(records, conceptOf),
    vectors: resolved.map(({ name }) => vectors.get(conceptKey(name))),
  })
  const english = loadGeneralEnglish()
  const required = findPrerequisites({
    mentions,
    concepts: resolved.map(({ keys, hidden }) => ({
      keys,
      hidden,
      isUsual: keys.every((key) => isUsual(key, english)),
    })),
    passages,
    explanationAt: readExplanations(mentions, records, conceptOf),
  })
  const concepts = resolved.map(
    ({ name, aliases, keys, score, origins, hidden, named }, position): Concept => {
      return {
        slug: slugAt(position),
        name,
        aliases,
        keys,
        score,
        origins,
        hidden,
        ...chooseStatements((told.telling[position] ?? []).map(mentions.mentionAt), named),
        related: (related[position] ?? []).map(({ concept, ...relation }) => ({
          slug: slugAt(concept),
          ...relation,
        })),
        prerequisites: (required[position] ?? []).map(({ concept, ...requirement }) => ({
          slug: slugAt(concept),
          ...requirement,
        })),
        mentionCount: told.counts[position] ?? 0,
        documentCount: mentions.documentCounts[position] ?? 0,
      }
    },
  )
  const placeOf = new Map(documents.map(({ documentId }, at) => [documentId, at]))
  return {
    concepts,
    slugOfKey: new Map([...conceptOf].map(([key, position]) => [key, slugAt(position)])),
    mentionsOf(documentId) {
      const [from, to] = mentions.rangeOf(placeOf.get(documentId) ?? documents.length)
      return Array.from({ length: to - from }, (_, at) => {
        const mention = mentions.mentionAt(from + at)
        return toConceptMention(mention, slugAt(mention.concept))
      })
    },
    peopleOf: (documentId) =>
      listPeople(records[placeOf.get(documentId) ?? records.length]?.evidence, people),
  }
}

/** A name that stands inside longer ones only is none by itself, unless a section explains it. */
function keepNamed(
  resolved: readonly ResolvedConcept[],
  records: readonly DocumentRecord[],
): readonly ResolvedConcept[] {
  const matched = new Set<string>()
  for (const { matches } of records) for (const key of matches.keys) matched.add(key)
  return resolved.filter(
    ({ keys, named }) => keys.some((key) => matched.has(key)) || named.some((place) => place.named.sure),
  )
}

/**
 * Of each concept how many mentions it has, and which of them say something about it. Most do not: as objects they would
 * cost more than all that is chosen from them.
 */
function listTelling({ size, concept, strength }: MentionTable, concepts: number) {
  const counts = new Uint32Array(concepts)
  const telling = Array.from({ length: concepts }, (): number[] => [])
  for (let at = 0; at < size; at++) {
    const own = concept[at] as number
    counts[own] = (counts[own] as number) + 1
    if ((strength[at] as number) > 0) telling[own]?.push(at)
  }
  return { counts, telling }
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
      .map((named) => conceptOf.get(keysOfNamed(named)[0] ?? ''))
      .filter((position) => position !== undefined)
    return positions.length > 1 ? [[...new Set(positions)].sort((a, b) => a - b)] : []
  })
}

/** @returns the words of a mention that explain: of the section that it opens, else its sentence */
function readExplanations(
  { mentionAt }: GatheredMentions,
  records: readonly DocumentRecord[],
  conceptOf: ReadonlyMap<string, number>,
): (at: number) => { text: string; written: boolean } {
  const definitions = new Map<string, string>()
  for (const { evidence } of records)
    for (const named of evidence.named)
      if (named.sure)
        for (const key of keysOfNamed(named))
          definitions.set(`${conceptOf.get(key)} ${evidence.documentId} ${named.anchor}`, named.definition)
  return (at) => {
    const { concept, documentId, anchor, strength, sentence, text } = mentionAt(at)
    const isOpening = strength === 1 && sentence === 0
    const definition = isOpening ? definitions.get(`${concept} ${documentId} ${anchor}`) : undefined
    return { text: definition ?? text, written: definition !== undefined }
  }
}
