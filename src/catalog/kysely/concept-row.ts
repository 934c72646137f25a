import type { Concept, ConceptMention, PersonMention } from '../../domain/concept.js'
import type { ConceptSummary } from '../concept-store.js'
import type { ConceptMentionsTable, ConceptPeopleTable, ConceptsTable } from './concept-tables.js'

/** Between concepts, their mentions, people, and their rows. */

const detailNames = [
  'keys',
  'origins',
  'definitions',
  'analogies',
  'links',
  'first',
  'best',
  'prerequisites',
] as const satisfies readonly (keyof Concept)[]

type Details = Pick<Concept, (typeof detailNames)[number]>

export const toConceptRow = (concept: Concept): ConceptsTable => ({
  slug: concept.slug,
  name: concept.name,
  score: concept.score,
  hidden: concept.hidden ? 1 : 0,
  mention_count: concept.mentionCount,
  document_count: concept.documentCount,
  aliases: JSON.stringify(concept.aliases),
  definition: concept.definitions[0]?.text ?? null,
  related: JSON.stringify(concept.related),
  details: JSON.stringify(Object.fromEntries(detailNames.map((name) => [name, concept[name]]))),
})

export function toConcept(row: ConceptsTable): Concept {
  const { definition: _, ...summary } = toConceptSummary(row)
  return {
    ...summary,
    related: JSON.parse(row.related) as Concept['related'],
    ...(JSON.parse(row.details) as Details),
  }
}

export const conceptSummaryColumns = [
  'concept.slug',
  'concept.name',
  'concept.score',
  'concept.hidden',
  'concept.mention_count',
  'concept.document_count',
  'concept.aliases',
  'concept.definition',
] as const

export const toConceptSummary = (row: Omit<ConceptsTable, 'related' | 'details'>): ConceptSummary => ({
  slug: row.slug,
  name: row.name,
  aliases: JSON.parse(row.aliases) as string[],
  definition: row.definition,
  score: row.score,
  hidden: row.hidden === 1,
  mentionCount: row.mention_count,
  documentCount: row.document_count,
})

export const toMentionRow = (mention: ConceptMention): ConceptMentionsTable => ({
  slug: mention.slug,
  document_id: mention.documentId,
  ordinal: mention.ordinal,
  passage_id: mention.passageId,
  start_ms: mention.startMs,
  sentence: mention.sentence,
  count: mention.count,
  strength: mention.strength,
  focus: mention.focus,
})

export const mentionColumns = [
  'mention.slug',
  'mention.document_id',
  'mention.ordinal',
  'mention.passage_id',
  'mention.start_ms',
  'mention.sentence',
  'mention.count',
  'mention.strength',
  'mention.focus',
] as const

export const toMention = (row: ConceptMentionsTable): ConceptMention => ({
  slug: row.slug,
  documentId: row.document_id,
  passageId: row.passage_id,
  ordinal: row.ordinal,
  // PostgreSQL's driver hands out bigint columns as strings.
  startMs: row.start_ms === null ? null : Number(row.start_ms),
  sentence: row.sentence,
  count: row.count,
  strength: row.strength,
  focus: row.focus,
})

export const toPersonRow = (person: PersonMention): ConceptPeopleTable => ({
  document_id: person.documentId,
  name: person.name,
  role: person.role,
  folded: foldName(person.name),
  count: person.count,
})

/** Without case and accents. */
export const foldName = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** A pattern for LIKE … ESCAPE '\': the text somewhere, its own wildcards taken literally. */
export const toLikePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
