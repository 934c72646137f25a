import type { Concept } from '../../../client/index.js'

/** The places that a reader of a concept wants to hear first. */

type Timeline = Concept['timeline']

export interface KeyPlace {
  /** `Best explanation and first mention`. */
  label: string
  document: Timeline[number]['document']
  /** Where playing begins; null without times. */
  atMs: number | null
  anchor: string | null
  passageId: string
}

/**
 * Best explanation, first explanation and first mention by date; what is one passage is one place. Documents without a
 * date are first only when none has one.
 */
export function findKeyPlaces(
  concept: Pick<Concept, 'bestExplained' | 'firstExplained' | 'timeline'>,
): KeyPlace[] {
  const { bestExplained, firstExplained, timeline } = concept
  const first = timeline.find(({ document }) => document.publishedAt !== null) ?? timeline[0]
  const candidates = [
    bestExplained && { name: 'best explanation', ...placeOf(bestExplained) },
    firstExplained && { name: 'first explanation', ...placeOf(firstExplained) },
    first && {
      name: 'first mention',
      document: first.document,
      atMs: first.first.startMs,
      anchor: null,
      passageId: first.first.passageId,
    },
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
