import { readSearchState, searchPath, type SearchState } from '../url-state.js'

/** What the desk shows is in its address; this is the two-way reading of it. */

const tools = ['search', 'draft', 'repeats', 'gaps', 'saved'] as const
export type DeskTool = (typeof tools)[number]

export interface DeskState {
  /** Id of the collection that is open; null for none. */
  collection: string | null
  /** Id of the clip that is chosen in it. */
  clip: string | null
  tool: DeskTool
  search: SearchState
}

/** Reads `?c=…&clip=…&tool=…&q=…` and the filters of a search; what is missing, empty or impossible is left out. */
export function readDeskState(search: string): DeskState {
  const params = new URLSearchParams(search)
  const tool = params.get('tool')
  const collection = params.get('c') || null
  return {
    collection,
    clip: collection === null ? null : params.get('clip') || null,
    tool: tools.find((name) => name === tool) ?? 'search',
    search: readSearchState(search),
  }
}

/** The path of the desk in this state; the same state gives the same path. */
export function deskPath({ collection, clip, tool, search }: DeskState): string {
  const params = new URLSearchParams()
  if (collection !== null) params.set('c', collection)
  if (collection !== null && clip !== null) params.set('clip', clip)
  if (tool !== 'search') params.set('tool', tool)
  const asked = searchPath(search).slice('/?'.length)
  const query = [params.toString(), asked].filter((part) => part !== '').join('&')
  return query === '' ? '/desk' : `/desk?${query}`
}
