import type { Config } from '../src/config.js'
import type { Embedder } from '../src/embed/embedder.js'
import { openEvalLibrary } from '../src/eval/eval-library.js'
import { chooseQueries } from '../src/eval/eval-query.js'
import { isRelevant } from '../src/eval/judge.js'
import { locateQueries } from '../src/eval/locate-queries.js'
import { readCorpora } from '../src/eval/read-corpus.js'
import { readEvalSet } from '../src/eval/read-eval-set.js'
import { parseQuery } from '../src/search/parse-query.js'
import { describeCandidates, type Features } from '../src/search/rescore.js'
import { retrieve } from '../src/search/retrieve.js'
import { openCatalog, openWriterIndex } from '../src/adapters.js'

/** What the second stage sees of one query, and which of it is right. */
export interface Candidates {
  show: string
  features: Features[]
  relevant: boolean[]
}

/** Makes the eval library when it is not there yet. Queries of scope corpus only. */
export async function askCandidates(
  set: string,
  corpora: readonly string[],
  { config, embedder }: { config: Config; embedder: Embedder },
): Promise<Candidates[]> {
  const { allowPrivate, dataFolder } = config
  const episodes = await readCorpora(corpora, { allowPrivate, dataFolder })
  const { queries } = await readEvalSet(set)
  const { located } = locateQueries(chooseQueries(queries, { scope: 'corpus', every: 1 }), episodes)
  const built = await openEvalLibrary(episodes, {
    config,
    onProgress: (line) => process.stderr.write(`\r${line}`),
  })
  await built.close()
  const library = { ...config, dataFolder: built.folder }
  const catalog = await openCatalog(library)
  const index = await openWriterIndex(library, embedder)
  try {
    const asked: Candidates[] = []
    for (const query of located) {
      const parsed = parseQuery(query.text, { mode: 'hybrid', filter: {}, languages: ['en'] })
      const { ranking, probe } = await retrieve(parsed, {
        index,
        embedder,
        onDegraded(error) {
          throw error
        },
      })
      const evidence = await index.gatherEvidence(
        ranking.map(({ passageId }) => passageId),
        probe,
      )
      const passages = await catalog.findPassages(evidence.map(({ passageId }) => passageId))
      const right = new Set(
        passages
          .filter((passage) =>
            isRelevant({ ...passage, jumpMs: null, document: { id: passage.documentId } }, query, 'passage'),
          )
          .map(({ id }) => id),
      )
      asked.push({
        show: query.show,
        features: describeCandidates(evidence),
        relevant: evidence.map(({ passageId }) => right.has(passageId)),
      })
    }
    return asked
  } finally {
    await index.close()
    await catalog.close()
  }
}
