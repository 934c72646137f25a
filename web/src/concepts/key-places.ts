import type { Concept } from '../../../client/index.js'

/** The places that a reader of a concept wants to hear first. */

export interface KeyPlace {
  /** `Best explanation and first mention`. */
  label: string
  document: Place['document']
  /** Where playing begins; null without times. */
  atMs: number | null
  anchor: string | null
  passageId: string
}

/** Best explanation, first explanation and first mention; what is one passage is one place. */
export function findKeyPlaces(
  concept: Pick<Concept, 'bestExplained' | 'firstExplained' | 'firstMentioned'>,
): KeyPlace[] {
  const { bestExplained, firstExplained, firstMentioned } = concept
  const candidates = [
    bestExplained && { name: 'best explanation', ...placeOf(bestExplained) },
    firstExplained && { name: 'first explanation', ...placeOf(firstExplained) },
    firstMentioned && { name: 'first mention', ...placeOf(firstMentioned) },
  ].filter((each) => each != null)
  const places = new Map<string, { names: string[]; place: Omit<KeyPlace, 'label'> }>()
  for (const { name, ...place } of candidates) {
    const known = places.get(place.passageId)
    if (known) known.names.push(name)
    else places.set(place.passageId, { names: [name], place })
  }
  return [...places.values()].map(({ names, place }) => ({
    label: capitalise(new Intl.ListFormat('en').format(names)),
    ...place,
  }))
}

type Place = NonNullable<Concept['bestExplained']>

const placeOf = ({ document, jumpMs, startMs, anchor, passageId }: Place) => ({
  document,
  atMs: jumpMs ?? startMs,
  anchor,
  passageId,
})

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
