import type { ClipUse } from '../catalog/collection-store.js'
import { pagePath } from '../domain/page-path.js'
import type { RepeatsOf } from '../editor/repeats/find-repeats-of.js'
import type { RepeatList } from '../editor/repeats/list-repeats.js'
import type { RepeatPlace } from '../editor/repeats/load-repeat-places.js'
import { presentSummary } from './present-document.js'
import type { RepeatListResponse, RepeatPlaceResponse, RepeatsOfResponse } from './schemas/repeats.js'

/** Repeats as the API shows them. */

export const presentRepeatList = (list: RepeatList & { upToDate: boolean }): RepeatListResponse => ({
  ...list,
  groups: list.groups.map((group) => ({
    ...group,
    places: group.places.map(({ likeness, ...place }) => ({ ...presentPlace(place), likeness })),
  })),
})

export const presentRepeatsOf = ({ repeats, clips, reworded }: RepeatsOf): RepeatsOfResponse => ({
  repeats: repeats.map((repeat) => ({
    ...repeat,
    place: presentPlace(repeat.place),
    clips: repeat.clips.map(presentUse),
  })),
  clips: clips.map(presentUse),
  reworded,
})

const presentUse = ({ collectionId, collectionTitle, clipId, clipTitle }: ClipUse) => ({
  collectionId,
  collectionTitle,
  clipId,
  clipTitle,
})

const presentPlace = ({ document, ...place }: RepeatPlace): RepeatPlaceResponse => ({
  ...place,
  document: presentSummary(document),
  url: pagePath(document.id, { startMs: place.jumpMs, endMs: null, anchor: place.anchor }),
})
