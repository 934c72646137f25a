import { search } from './api.js'

/** Searches that were meant, not only typed: the server may suggest them again. */

/** Behind the answer that the reader waits for. */
const laterMs = 600

const told = new Set<string>()

/** To be called on Enter and when a hit is opened; tells the server once a visit. */
export function finishSearch(q: string): void {
  const question = q.trim()
  if (question === '' || told.has(question)) return
  told.add(question)
  setTimeout(() => {
    const params = new URLSearchParams({ q: question, k: '1', remember: 'true' })
    // A help for later searches: where it fails, nothing is missing now.
    search(params, new AbortController().signal).catch(() => told.delete(question))
  }, laterMs)
}
