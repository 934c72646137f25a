import { AppError } from '../errors.js'
import type { SearchMode } from '../search/parse-query.js'
import type { Searching } from '../open-search.js'
import type { EvalQuery } from './eval-query.js'
import type { ModeRun } from './eval-run.js'
import type { Answer } from '../search/search-result.js'
import { judgeAnswer, judgeHits, type JudgedHit } from './judge.js'
import { depth } from './rank-metrics.js'

/** Asks every query in every mode, one after the other, and judges what comes. */

export interface LocatedQuery extends EvalQuery {
  documentId: string
}

/** The first queries of a process wait for files and compilers; these are asked and not counted. */
const warmingQueries = 5

export interface Asked {
  modes: Partial<Record<SearchMode, ModeRun>>
  refused: string[]
}

/**
 * Modes are asked in the order given. A query that search refuses (it has no word) is found nowhere.
 * @throws what search throws: a degraded library would be measured as a bad one
 */
export async function askQueries(
  queries: readonly LocatedQuery[],
  modes: readonly SearchMode[],
  { search, onProgress }: { search: Searching['search']; onProgress(line: string): void },
): Promise<Asked> {
  const asked: Asked = { modes: {}, refused: [] }
  for (const mode of modes) {
    const run: Required<ModeRun> = {
      passage: [],
      moment: [],
      seekErrorMs: [],
      leadErrorMs: [],
      tookMs: [],
      answers: [],
    }
    for (const query of queries.slice(0, warmingQueries)) await ask(query, mode, search)
    for (const [index, query] of queries.entries()) {
      const { hits, answer, tookMs } = await ask(query, mode, search)
      if (hits === null && !asked.refused.includes(query.id)) asked.refused.push(query.id)
      const { ranks, seekErrorMs, leadErrorMs } = judgeHits(hits ?? [], query)
      run.passage.push(ranks.passage)
      run.moment.push(ranks.moment)
      run.seekErrorMs.push(seekErrorMs)
      run.leadErrorMs.push(leadErrorMs)
      run.answers.push(judgeAnswer(answer, query))
      run.tookMs.push(Number(tookMs.toFixed(1)))
      if (index % 20 === 0) onProgress(`${mode}: ${index}/${queries.length} queries`)
    }
    asked.modes[mode] = run
  }
  return asked
}

/** Null hits: it was refused. */
async function ask(
  { text, scope, documentId }: LocatedQuery,
  mode: SearchMode,
  search: Searching['search'],
): Promise<{ hits: readonly JudgedHit[] | null; answer: Answer | null; tookMs: number }> {
  const filter = scope === 'episode' ? { documentIds: [documentId] } : {}
  const started = performance.now()
  try {
    const { hits, answer, degraded } = await search(text, {
      k: depth,
      mode,
      filter,
      sort: 'relevance',
      cursor: null,
    })
    if (degraded)
      throw new AppError(
        'INDEX_UNAVAILABLE',
        `One retriever failed on ${JSON.stringify(text)}: nothing is measured.`,
      )
    return { hits, answer, tookMs: performance.now() - started }
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('QUERY_')) throw error
    return { hits: null, answer: null, tookMs: performance.now() - started }
  }
}
