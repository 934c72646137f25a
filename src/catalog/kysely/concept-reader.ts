import { sql } from 'kysely'
import type { RelatedConcept } from '../../domain/concept.js'
import type { ConceptGraph, ConceptStore, ConceptSummary } from '../concept-store.js'
import { batchesOf } from './batches.js'
import { conceptSummaryColumns, toConcept, toConceptSummary, toLikePattern } from './concept-row.js'
import type { Handles } from './kysely-catalog.js'
import { readCursor, toCursor } from './page-cursor.js'

const idsPerStatement = 500

export function conceptReader({
  reads,
}: Handles): Pick<
  ConceptStore,
  'listConcepts' | 'findConcept' | 'findConceptSummaries' | 'findConceptsByKey' | 'readConceptGraph'
> {
  return {
    async listConcepts({ key, hidden = false }, { limit, cursor }) {
      const matching = reads
        .selectFrom('concepts as concept')
        .where('concept.hidden', '=', hidden ? 1 : 0)
        .$if(!hidden, (query) => query.where('concept.mention_count', '>', 0))
        .$if(key !== undefined, (query) =>
          query.where(({ exists, selectFrom }) =>
            exists(
              selectFrom('concept_names as other')
                .select('other.key')
                .whereRef('other.slug', '=', 'concept.slug')
                .where(sql<boolean>`other.key like ${toLikePattern(key ?? '')} escape '\\'`),
            ),
          ),
        )
      const after = readCursor(cursor, ['number', 'string'])
      const rows = await matching
        .select(conceptSummaryColumns)
        .$if(after !== null, (query) =>
          query.where(({ or, and, eb }) =>
            or([
              eb('concept.score', '<', after?.[0] ?? 0),
              and([eb('concept.score', '=', after?.[0] ?? 0), eb('concept.slug', '>', after?.[1] ?? '')]),
            ]),
          ),
        )
        .orderBy('concept.score', 'desc')
        .orderBy('concept.slug')
        .limit(limit + 1)
        .execute()
      const { total } = await matching
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      const concepts = rows.slice(0, limit).map(toConceptSummary)
      const last = concepts.at(-1)
      const next = rows.length > limit && last ? toCursor([last.score, last.slug]) : null
      return { concepts, total: Number(total), next }
    },

    async findConcept(slug) {
      const row = await reads
        .selectFrom('concepts')
        .selectAll()
        .where(
          'slug',
          '=',
          sql<string>`coalesce(
            (select slug from concepts where slug = ${slug}),
            (select concept_names.slug from concept_slugs join concept_names on concept_names.key = concept_slugs.key
              where concept_slugs.slug = ${slug}),
            (select slug from concept_names where key = ${slug.replaceAll('-', ' ')})
          )`,
        )
        .executeTakeFirst()
      return row ? toConcept(row) : null
    },

    async findConceptSummaries(slugs) {
      const bySlug = new Map<string, ConceptSummary>()
      for (const batch of batchesOf(new Set(slugs), idsPerStatement)) {
        const rows = await reads
          .selectFrom('concepts as concept')
          .select(conceptSummaryColumns)
          .where('concept.slug', 'in', batch)
          .execute()
        for (const row of rows) if (row.hidden === 0) bySlug.set(row.slug, toConceptSummary(row))
      }
      return slugs.map((slug) => bySlug.get(slug)).filter((summary) => summary !== undefined)
    },

    async findConceptsByKey(keys) {
      const slugs = new Map<string, string>()
      for (const batch of batchesOf(new Set(keys), idsPerStatement)) {
        const rows = await reads
          .selectFrom('concept_names as named')
          .select(['named.key', 'named.slug'])
          .where('named.key', 'in', batch)
          // Not a join: SQLite would begin with all concepts that are not hidden.
          .where(sql<boolean>`(select hidden from concepts where concepts.slug = named.slug) = 0`)
          .execute()
        for (const { key, slug } of rows) slugs.set(key, slug)
      }
      return slugs
    },

    async readConceptGraph(limit) {
      const rows = await reads
        .selectFrom('concepts as concept')
        .select([...conceptSummaryColumns, 'concept.related'])
        .where('concept.hidden', '=', 0)
        .where('concept.mention_count', '>', 0)
        .orderBy('concept.score', 'desc')
        .orderBy('concept.slug')
        .limit(limit)
        .execute()
      const relations = rows.map(({ slug, related }) => ({
        slug,
        related: JSON.parse(related) as RelatedConcept[],
      }))
      return { nodes: rows.map(toConceptSummary), edges: toEdges(relations) }
    },
  }
}

/** One for each two concepts, as the one sees it that is nearer to the other. */
function toEdges(
  nodes: readonly { slug: string; related: readonly RelatedConcept[] }[],
): ConceptGraph['edges'] {
  const places = new Map(nodes.map(({ slug }, place) => [slug, place]))
  const edges = new Map<string, ConceptGraph['edges'][number]>()
  for (const [place, { slug, related }] of nodes.entries())
    for (const { slug: other, score, passages, reason } of related) {
      const otherPlace = places.get(other)
      if (otherPlace === undefined || otherPlace === place) continue
      const [from, to] = place < otherPlace ? [slug, other] : [other, slug]
      const pair = JSON.stringify([from, to])
      const known = edges.get(pair)
      if (!known || known.score < score) edges.set(pair, { from, to, score, passages, reason })
    }
  return [...edges.values()].sort(
    (a, b) => b.score - a.score || compare(a.from, b.from) || compare(a.to, b.to),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
