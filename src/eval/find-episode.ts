import type { EvalQuery } from './eval-query.js'

/** Which document of a library a row of a set means. */

export interface NamedDocument {
  documentId: string
  /** Name of its corpus, or title of its source. */
  shows: readonly string[]
  /** Paths, guid, addresses, title. */
  names: readonly string[]
}

/**
 * The document that a row names: one whose path without its ending is the episode, else one whose file is called so,
 * else one whose guid, address or title contains it; of the row's own show before others. Null when there is none, or
 * when several are equally good: guessing would judge hits by the wrong recording.
 */
export function findEpisode(
  { show, episode }: Pick<EvalQuery, 'show' | 'episode'>,
  documents: readonly NamedDocument[],
): string | null {
  const wanted = withoutEnding(episode)
  const ofShow = documents.filter(({ shows }) => shows.some((name) => fold(name) === fold(show)))
  const tests: ((name: string) => boolean)[] = [
    (name) => name === episode || withoutEnding(name) === wanted,
    (name) => stemOf(wanted) !== '' && stemOf(name) === stemOf(wanted),
    (name) => name.includes(wanted),
  ]
  for (const candidates of [ofShow, documents])
    for (const matches of tests) {
      const found = candidates.filter(({ names }) => names.some(matches))
      if (found.length > 0) return found.length === 1 ? (found[0]?.documentId ?? null) : null
    }
  return null
}

/** Of a file; what follows the last point of a title is seldom one. */
const withoutEnding = (name: string): string => name.replace(/\.[a-z][a-z0-9]{0,4}$/i, '')

const stemOf = (name: string): string => withoutEnding(name).replace(/^.*[/\\]/, '')

const fold = (name: string): string => name.normalize('NFKC').toLowerCase().trim()
