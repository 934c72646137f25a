import type { Hit, SearchResult } from '../../client/index.js'
import { search } from './api.js'
import { keep, readKept } from './browser-storage.js'
import { Kept } from './hooks/use-loaded.js'
import { isReturning } from './hooks/use-scroll-memory.js'
import { searchParams, searchPath, type SearchState } from './url-state.js'

/** Answers with all pages that were asked for, kept for Back; how long a list was is kept for reloading too. */

/** Two screens on a laptop. */
const pageSize = 20
/** What the API gives at once. */
const maxPageSize = 100
/** Who scrolled further than this finds the beginning of the list again. */
const maxRestored = 500

export interface Answer {
  state: SearchState
  /** The first page, whose facets, answer and concepts are those of the search. */
  response: SearchResult
  hits: Hit[]
  next: string | null
}

const answers = new Kept<Answer>()
const lengthKey = (path: string): string => `cuepoint.hits:${path}`

export const keptAnswer = (path: string): Answer | null => answers.get(path)

/** The first hits; as many as there were when the reader left, if this is coming back. */
export async function loadAnswer(state: SearchState, signal: AbortSignal): Promise<Answer> {
  const path = searchPath(state)
  const wanted = isReturning() ? Number(readKept('sessionStorage', lengthKey(path))) : 0
  const length = Math.max(pageSize, Math.min(wanted, maxRestored))
  const response = await search(
    searchParams(state, { k: Math.min(length, maxPageSize), cursor: null }),
    signal,
  )
  let answer: Answer = { state, response, hits: response.hits, next: response.next }
  while (answer.hits.length < length && answer.next !== null)
    answer = await append(answer, Math.min(length - answer.hits.length, maxPageSize), signal)
  return remember(answer)
}

/** The answer with its next page. */
export async function loadNextPage(answer: Answer, signal: AbortSignal): Promise<Answer> {
  return remember(await append(answer, pageSize, signal))
}

async function append(answer: Answer, k: number, signal: AbortSignal): Promise<Answer> {
  const page = await search(searchParams(answer.state, { k, cursor: answer.next }), signal)
  // The library may have grown meanwhile, which moves hits from one page to the next.
  const known = new Set(answer.hits.map(({ passageId }) => passageId))
  const fresh = page.hits.filter(({ passageId }) => !known.has(passageId))
  return { ...answer, hits: [...answer.hits, ...fresh], next: page.next }
}

function remember(answer: Answer): Answer {
  const path = searchPath(answer.state)
  answers.set(path, answer)
  keep('sessionStorage', lengthKey(path), String(answer.hits.length))
  return answer
}
