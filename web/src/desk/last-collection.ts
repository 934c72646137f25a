import { keep, readKept } from '../browser-storage.js'

/** The collection that something was done with last in this browser: the next clip is likely to go there. */

const key = 'cuepoint.desk.collection'

export const readLastCollection = (): string | null => readKept('localStorage', key)

export const rememberCollection = (id: string | null): void => keep('localStorage', key, id)

/** It first, the others as they are. */
export function lastFirst<Each extends { id: string }>(
  collections: readonly Each[],
  last: string | null,
): Each[] {
  const first = collections.filter(({ id }) => id === last)
  return [...first, ...collections.filter(({ id }) => id !== last)]
}
