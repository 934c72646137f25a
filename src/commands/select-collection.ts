import type { Catalog } from '../catalog/catalog.js'
import type { CollectionSummary } from '../catalog/collection-store.js'
import { AppError } from '../errors.js'

/**
 * The collection that a word names: by id, title in any case, or a part of the title that no other title has.
 * @throws COLLECTION_NOT_FOUND, USAGE when it fits several, or none is given
 */
export async function selectCollection(
  word: string | undefined,
  catalog: Pick<Catalog, 'listCollections'>,
): Promise<CollectionSummary> {
  if (word === undefined || word === '') throw new AppError('USAGE', 'Name a collection by its id or title.')
  const collections = await catalog.listCollections()
  const lower = word.toLowerCase()
  const exact = collections.find(({ id }) => id === word)
  const titled = collections.filter(({ title }) => title.toLowerCase() === lower)
  const named =
    titled.length > 0 ? titled : collections.filter(({ title }) => title.toLowerCase().includes(lower))
  const [only, ...others] = exact ? [exact] : named
  if (!only)
    throw new AppError('COLLECTION_NOT_FOUND', `No collection has the id or title ${JSON.stringify(word)}.`)
  if (others.length > 0)
    throw new AppError(
      'USAGE',
      `${JSON.stringify(word)} fits several collections; name one by its id: ${named.map(({ id, title }) => `${id} (${title})`).join(', ')}`,
    )
  return only
}
