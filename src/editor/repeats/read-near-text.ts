import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Catalog, StoredPassage } from '../../catalog/catalog.js'
import type { QueryRange } from './read-range.js'
import { RepeatText } from './repeat-text.js'

/**
 * A stretch and the passages that may repeat it, with those beside them, as one text: the stretch is its first document;
 * passages that follow each other are one document, and others of the same document another one.
 */
export async function readNearText(
  query: QueryRange,
  passageIds: readonly string[],
  catalog: Pick<Catalog, 'findPassages' | 'findNeighbours' | 'findSummaries'>,
): Promise<RepeatText> {
  const ids = [...new Set(passageIds)]
  const around = [...(await catalog.findNeighbours(ids)).values()].flatMap(({ before, after }) =>
    [before, after].flatMap((passage) => (passage ? [passage.id] : [])),
  )
  const own = new Set(query.passages.map(({ id }) => id))
  const wanted = [...new Set([...ids, ...around])].filter((id) => !own.has(id))
  const passages = (await catalog.findPassages(wanted)).sort((a, b) =>
    a.documentId < b.documentId ? -1 : a.documentId > b.documentId ? 1 : a.ordinal - b.ordinal,
  )
  const documentIds = [...new Set([query.documentId, ...passages.map(({ documentId }) => documentId)])]
  const documents = new Map(
    (await catalog.findSummaries(documentIds)).map((summary) => [summary.id, summary]),
  )
  const text = new RepeatText()
  for (const run of [query.passages, ...splitIntoRuns(passages)]) {
    const summary = documents.get(run[0]?.documentId ?? '')
    if (!summary) continue
    const { id, sourceId, kind, publishedAt, language } = summary
    text.add({ id, sourceId, kind, publishedAt, language }, run)
    await nextTurn()
  }
  return text
}

/** Those that follow each other in a document. @param passages by document and ordinal */
function splitIntoRuns(passages: readonly StoredPassage[]): StoredPassage[][] {
  const runs: StoredPassage[][] = []
  for (const passage of passages) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last?.documentId === passage.documentId && last.ordinal + 1 === passage.ordinal)
      run.push(passage)
    else runs.push([passage])
  }
  return runs
}
