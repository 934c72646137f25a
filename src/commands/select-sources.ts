import { resolve } from 'node:path'
import { displayLocation } from '../domain/location.js'
import type { Source } from '../domain/source.js'
import { AppError } from '../errors.js'

/**
 * The sources that words name: by id, location (a path also relative to the working folder), title in any case, or a
 * part of the title that no other title has. All when no word is given.
 * @throws SOURCE_NOT_FOUND, USAGE when a part fits several
 */
export function selectSources(sources: readonly Source[], words: readonly string[]): Source[] {
  if (words.length === 0) return [...sources]
  return [...new Set(words.map((word) => findSource(sources, word)))]
}

function findSource(sources: readonly Source[], word: string): Source {
  const lower = word.toLowerCase()
  const exact =
    sources.find(({ id, location }) => [id, location].includes(word)) ??
    sources.find(({ location }) => location === resolve(word) || displayLocation(location) === word)
  if (exact) return exact
  const titled = sources.filter(({ title }) => title.toLowerCase() === lower)
  const named =
    titled.length > 0 ? titled : sources.filter(({ title }) => title.toLowerCase().includes(lower))
  const [only, ...others] = named
  if (!only)
    throw new AppError('SOURCE_NOT_FOUND', `No source has the id, location or title ${JSON.stringify(word)}.`)
  if (others.length > 0)
    throw new AppError(
      'USAGE',
      `${JSON.stringify(word)} fits several sources; name one by its id: ${named.map(({ id, title }) => `${id} (${title})`).join(', ')}`,
    )
  return only
}
