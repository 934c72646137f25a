import { sql } from 'kysely'
import type { ConceptPresence, ConceptSide, CoverageStore } from '../coverage-store.js'
import type { Handles } from './kysely-catalog.js'
import { toPastQuery } from './query-store.js'

interface PresenceRow {
  slug: string
  name: string
  aliases: string
  focus: number
  first_at: string | null
  last_at: string | null
  spoken_documents: number
  spoken_passages: number
  spoken_peak: number
  spoken_explained: number
  written_documents: number
  written_passages: number
  written_peak: number
  written_explained: number
  since_documents: number
  since_passages: number
}

export function coverageStore({ reads }: Handles): CoverageStore {
  return {
    async readConceptPresence(after, limit, minStrength) {
      const listed = await reads
        .selectFrom('concepts')
        .select(['slug', 'name', 'aliases'])
        .where('hidden', '=', 0)
        .where('slug', '>', after ?? '')
        .orderBy('slug')
        .limit(limit)
        .execute()
      const [first, last] = [listed[0], listed.at(-1)]
      if (!first || !last) return []
      // Notes stand after what was said: from the first passage with an anchor on. Its index holds no others.
      const { rows } = await sql<PresenceRow>`
        with place as materialized (
          select document.id, case when document.kind = 'post' then 1 else 0 end as is_post,
            document.published_at as day, note.first_note
          from documents as document
          left join (
            select document_id, min(ordinal) as first_note from passages where anchor is not null group by document_id
          ) as note on note.document_id = document.id
          where document.status = 'present'
        ),
        grouped as materialized (
          select mention.slug, mention.document_id, place.is_post, place.day,
            count(*) as passages,
            sum(case when mention.strength >= ${minStrength} then 1 else 0 end) as explained,
            max(mention.focus) as focus
          from concept_mentions as mention
          join place on place.id = mention.document_id
          where mention.slug >= ${first.slug} and mention.slug <= ${last.slug}
            and (place.is_post = 1 or place.first_note is null or mention.ordinal < place.first_note)
          group by mention.slug, mention.document_id, place.is_post, place.day
        ),
        told as (
          select slug, min(day) as first_at, max(day) as last_at from grouped where explained > 0 group by slug
        )
        select concept.slug, concept.name, concept.aliases, max(grouped.focus) as focus,
          told.first_at, told.last_at,
          sum(case when is_post = 0 then 1 else 0 end) as spoken_documents,
          sum(case when is_post = 0 then passages else 0 end) as spoken_passages,
          max(case when is_post = 0 then passages else 0 end) as spoken_peak,
          sum(case when is_post = 0 then explained else 0 end) as spoken_explained,
          sum(case when is_post = 1 then 1 else 0 end) as written_documents,
          sum(case when is_post = 1 then passages else 0 end) as written_passages,
          max(case when is_post = 1 then passages else 0 end) as written_peak,
          sum(case when is_post = 1 then explained else 0 end) as written_explained,
          sum(case when day > told.last_at then 1 else 0 end) as since_documents,
          sum(case when day > told.last_at then passages else 0 end) as since_passages
        from grouped
        join concepts as concept on concept.slug = grouped.slug
        left join told on told.slug = grouped.slug
        where concept.hidden = 0
        group by concept.slug, concept.name, concept.aliases, told.first_at, told.last_at
        order by concept.slug`.execute(reads)
      const found = new Map(rows.map((row) => [row.slug, toPresence(row)]))
      // One that only notes mention is on no side, and is listed all the same: the next page begins after it.
      return listed.map(({ slug, name, aliases }) => found.get(slug) ?? nowhere(slug, name, aliases))
    },

    async newestDate() {
      const row = await reads
        .selectFrom('documents')
        .select((select) => select.fn.max('published_at').as('newest'))
        .where('status', '=', 'present')
        .executeTakeFirst()
      return row?.newest ?? null
    },

    async listPoorQueries({ below, limit }) {
      const rows = await reads
        .selectFrom('past_queries')
        .selectAll()
        .where('found_well', '<', below)
        .orderBy('times', 'desc')
        .orderBy('last_at', 'desc')
        .orderBy('folded')
        .limit(limit)
        .execute()
      return rows.map(toPastQuery)
    },
  }
}

const noSide: ConceptSide = { documents: 0, passages: 0, peak: 0, explained: 0 }

const nowhere = (slug: string, name: string, aliases: string): ConceptPresence => ({
  slug,
  name,
  aliases: JSON.parse(aliases) as string[],
  spoken: noSide,
  written: noSide,
  focus: 0,
  firstExplainedAt: null,
  lastExplainedAt: null,
  since: { documents: 0, passages: 0 },
})

function toPresence(row: PresenceRow): ConceptPresence {
  const side = (name: 'spoken' | 'written'): ConceptSide => ({
    documents: Number(row[`${name}_documents`]),
    passages: Number(row[`${name}_passages`]),
    peak: Number(row[`${name}_peak`]),
    explained: Number(row[`${name}_explained`]),
  })
  return {
    slug: row.slug,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    spoken: side('spoken'),
    written: side('written'),
    focus: Number(row.focus),
    firstExplainedAt: row.first_at,
    lastExplainedAt: row.last_at,
    since: { documents: Number(row.since_documents), passages: Number(row.since_passages) },
  }
}
