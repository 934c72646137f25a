import { documentId } from '../domain/ids.js'
import type { LocatedQuery } from './ask-queries.js'
import type { EvalEpisode } from './eval-episode.js'
import type { EvalQuery } from './eval-query.js'
import { findEpisode } from './find-episode.js'

/** Rows → rows with the document of the library that they mean; those that mean none, or several, are skipped. */
export function locateQueries(
  queries: readonly EvalQuery[],
  episodes: readonly EvalEpisode[],
): { located: LocatedQuery[]; skipped: EvalQuery[] } {
  const documents = episodes.map(({ source, parts, names }) => ({
    documentId: documentId(source.guid, parts.item.guid),
    shows: [source.title],
    names,
  }))
  const found = new Map<string, string | null>()
  const located: LocatedQuery[] = []
  const skipped: EvalQuery[] = []
  for (const query of queries) {
    const key = JSON.stringify([query.show, query.episode])
    if (!found.has(key)) found.set(key, findEpisode(query, documents))
    const id = found.get(key)
    if (id) located.push({ ...query, documentId: id })
    else skipped.push(query)
  }
  return { located, skipped }
}
