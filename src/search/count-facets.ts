import type { Hit } from './collapse.js'

export interface FacetValue {
  value: string
  label: string
  count: number
}

export interface Facets {
  kind: FacetValue[]
  source: FacetValue[]
  speaker: FacetValue[]
  year: FacetValue[]
}

/** More would not fit a menu. */
const maxValues = 20

/** How many of the hits have each kind, source, speaker and year of publication; most frequent first. */
export function countFacets(hits: readonly Hit[]): Facets {
  return {
    kind: countValues(hits.map(({ place }) => [place.kind, place.kind])),
    source: countValues(hits.map(({ place }) => [place.sourceId, place.sourceTitle])),
    speaker: countValues(hits.map(({ place }) => place.speaker && [place.speaker, place.speaker])),
    year: countValues(
      hits.map(
        ({ place }) => place.publishedAt && [place.publishedAt.slice(0, 4), place.publishedAt.slice(0, 4)],
      ),
    ),
  }
}

function countValues(values: readonly (readonly [value: string, label: string] | '' | null)[]): FacetValue[] {
  const counts = new Map<string, FacetValue>()
  for (const entry of values) {
    if (!entry) continue
    const [value, label] = entry
    const known = counts.get(value)
    if (known) known.count += 1
    else counts.set(value, { value, label, count: 1 })
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, maxValues)
}
