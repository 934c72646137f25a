import type { Catalog } from '../catalog/catalog.js'
import type { Config } from '../config.js'
import { AppError } from '../errors.js'
import type { SearchMode } from '../search/parse-query.js'
import { askQueries, type LocatedQuery } from './ask-queries.js'
import { describeMachine, findCommit } from './describe-machine.js'
import type { EvalEpisode } from './eval-episode.js'
import { openEvalLibrary } from './eval-library.js'
import { chooseQueries, type EvalSet, type QueryChoice } from './eval-query.js'
import type { EvalRun } from './eval-run.js'
import { locateQueries } from './locate-queries.js'

/** A set and the episodes that it asks about → a run. */

export interface RunSetOptions extends QueryChoice {
  modes: readonly SearchMode[]
  config: Config
  /** A catalog that may have vectors of these texts already. */
  known?: Pick<Catalog, 'findVectors'>
  onProgress(line: string): void
}

/**
 * Opens the library of the episodes, asks what was chosen of the set, and judges.
 * @throws EVAL_INPUT_INVALID when no row can be asked, MODEL_*, CATALOG_*, INDEX_*
 */
export async function runSet(
  set: EvalSet,
  episodes: readonly EvalEpisode[],
  { scope, every, modes, ...options }: RunSetOptions,
): Promise<EvalRun> {
  const chosen = chooseQueries(set.queries, { scope, every })
  const { located, skipped } = locateQueries(chosen, episodes)
  if (located.length === 0)
    throw new AppError(
      'EVAL_INPUT_INVALID',
      chosen.length === 0
        ? `${set.name} has no rows of scope ${scope}: choose another with --scope.`
        : `No episode of ${set.name} is in the corpus, for example ${chosen[0]?.show}: ${chosen[0]?.episode}. Name its folder with --corpus.`,
    )
  const library = await openEvalLibrary(episodes, options)
  try {
    const { search, hash, model, crossEncoder } = library
    const asked = await askQueries(located, modes, { search, onProgress: options.onProgress })
    return {
      format: 1,
      set: set.name,
      library: hash,
      model,
      ...(crossEncoder ? { crossEncoder: crossEncoder.model } : {}),
      commit: await findCommit(),
      machine: describeMachine(),
      date: new Date().toISOString(),
      skipped: skipped.map(({ id }) => id),
      refused: asked.refused,
      queries: located.map(toRunQuery),
      modes: asked.modes,
    }
  } finally {
    await library.close()
  }
}

const toRunQuery = ({
  id,
  kind,
  show,
  overlap,
  sentenceStartsMs,
}: LocatedQuery): EvalRun['queries'][number] => ({
  id,
  kind,
  show,
  overlap,
  marked: sentenceStartsMs.length > 0,
})
