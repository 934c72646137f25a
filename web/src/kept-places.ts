/** Where the listener stopped in each document, newest first; bounded, so that it can be kept in the browser for good. */

export interface KeptPlace {
  readonly documentId: string
  readonly positionMs: number
}

/** More than anyone has half heard. */
const maxPlaces = 100
/** Who stopped this early starts again as well. */
const earliestMs = 10_000
/** What is left at most when one has heard it to the end: credits, a jingle. */
const farewellMs = 30_000
/** Of a short recording the farewell is this part at most. */
const farewellShare = 0.05

/** Puts the place first; near the beginning or the end there is nothing to come back to, and it is forgotten. */
export function keepPlace(
  places: readonly KeptPlace[],
  place: KeptPlace,
  durationMs: number | null,
): KeptPlace[] {
  const others = places.filter(({ documentId }) => documentId !== place.documentId)
  const isEarly = place.positionMs < earliestMs
  const isOver =
    durationMs !== null && durationMs - place.positionMs <= Math.min(farewellMs, durationMs * farewellShare)
  return isEarly || isOver ? others : [place, ...others].slice(0, maxPlaces)
}

export const findPlaceMs = (places: readonly KeptPlace[], documentId: string): number | null =>
  places.find((place) => place.documentId === documentId)?.positionMs ?? null

/** What storage holds may be of another version, or no one's; whatever is no place is left out. */
export function readPlaces(json: string | null): KeptPlace[] {
  const value = parse(json)
  return Array.isArray(value) ? value.filter(isPlace).slice(0, maxPlaces) : []
}

function parse(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return null
  }
}

function isPlace(value: unknown): value is KeptPlace {
  if (typeof value !== 'object' || value === null) return false
  const { documentId, positionMs } = value as Partial<KeptPlace>
  return typeof documentId === 'string' && Number.isSafeInteger(positionMs) && Number(positionMs) >= 0
}
