import type { Suggestions } from '../../client/index.js'
import { cuepoint } from './api.js'

export type Suggestion = Suggestions['suggestions'][number]

/** The API takes no more of what is typed; who typed more is not helped by a suggestion. */
export const maxSuggestLength = 200

export const suggest = async (q: string, limit: number, signal: AbortSignal): Promise<Suggestion[]> => {
  const { suggestions } = await cuepoint.get('/api/v1/suggest', { params: { query: { q, limit } }, signal })
  return suggestions
}
