import type { Catalog } from '../../catalog/catalog.js'
import type { RepeatFilter, RepeatKind } from '../../catalog/repeat-store.js'
import { loadRepeatPlaces, type RepeatPlace } from './load-repeat-places.js'

/** One of the places that tell the same. */
export interface RepeatedPlace extends RepeatPlace {
  /** To the first place of the group, which has 1. */
  likeness: number
}

export interface RepeatGroup {
  kind: RepeatKind
  /** The same as post and recording, or one recording in two feeds. */
  companion: boolean
  /** Frames documents: greetings, thanks, announcements. */
  template: boolean
  /** How many there are; of very many only the first are listed. */
  placeCount: number
  places: RepeatedPlace[]
}

export interface RepeatList {
  groups: RepeatGroup[]
  total: number
  next: string | null
}

/** More places of one group than an editor compares. */
const maxPlaces = 30

/** Most useful first. A group of which fewer than two places are left is left out of the page. */
export async function listRepeats(
  filter: RepeatFilter,
  page: { limit: number; cursor: string | null },
  catalog: Catalog,
): Promise<RepeatList> {
  const { groups, total, next } = await catalog.listRepeatGroups(filter, page)
  const places = await loadRepeatPlaces(
    groups.flatMap((group) => group.places.slice(0, maxPlaces)),
    catalog,
  )
  let at = 0
  const shown = groups.map((group): RepeatGroup => {
    const listed = group.places.slice(0, maxPlaces).flatMap(({ likeness }) => {
      const place = places[at++]
      return place ? [{ ...place, likeness }] : []
    })
    const { kind, companion, template } = group
    return { kind, companion, template, placeCount: group.places.length, places: listed }
  })
  return { groups: shown.filter((group) => group.places.length > 1), total, next }
}
