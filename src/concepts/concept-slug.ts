import { conceptKey } from './concept-key.js'

/** Addresses of concepts: readable, and never given twice. */

const maxLength = 80

/** Addresses beside those of concepts: `/api/v1/concepts/graph`, `/concepts/map`. */
const reserved: ReadonlySet<string> = new Set(['graph', 'map'])

/** Small letters, digits and single hyphens; never empty. @param key `conceptKey` of a name */
export const slugOf = (key: string): string =>
  key
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, maxLength)
    // A letter of two units may be cut in half.
    .replaceAll(/^-+|-+$|\p{Surrogate}$/gu, '') || 'concept'

interface Named {
  name: string
  keys: readonly string[]
}

/**
 * The slug of each concept, in their order. One that holds a name for which a slug was given keeps it: that of its present
 * name, else the first by the alphabet. @param issued slug → key; new slugs are added to it
 */
export function assignSlugs(concepts: readonly Named[], issued: Map<string, string>): string[] {
  const slugsOfKey = new Map<string, string[]>()
  for (const [slug, key] of issued) slugsOfKey.set(key, [...(slugsOfKey.get(key) ?? []), slug])
  return concepts.map(({ name, keys }) => {
    const nameKey = conceptKey(name)
    const own = slugsOfKey.get(nameKey) ?? keys.flatMap((key) => slugsOfKey.get(key) ?? [])
    const [known] = [...own].sort()
    if (known !== undefined) return known
    const key = keys.includes(nameKey) ? nameKey : (keys[0] ?? nameKey)
    let slug = slugOf(key)
    for (let next = 2; issued.has(slug) || reserved.has(slug); next++) slug = `${slugOf(key)}-${next}`
    issued.set(slug, key)
    return slug
  })
}
