import type { Clip, RepeatGroup } from '../../../../../client/index.js'
import type { NewClip } from '../../../collections-api.js'
import { describeGroup } from '../../../desk/repeat-words.js'
import { countOf } from '../../../words.js'
import { LimitedList } from '../../limited-list.js'
import { DeskPlace } from '../desk-place.js'

interface RepeatPlacesProps {
  group: RepeatGroup
  clips: readonly Clip[]
  onAdd: (clip: NewClip) => void
}

const shownAtFirst = 3

/** One thing that is told in several places, with each of them. */
export function RepeatPlaces({ group, clips, onAdd }: RepeatPlacesProps) {
  const { places, placeCount } = group
  return (
    <li class="repeat-group" data-testid="repeat-group">
      <h3 class="tool-heading">{describeGroup(group)}</h3>
      <LimitedList items={places} limit={shownAtFirst} noun="place" class="desk-hits">
        {(place) => (
          <DeskPlace
            key={place.passageId + String(place.startMs)}
            place={place}
            clips={clips}
            onAdd={onAdd}
            testId="repeat-place"
          >
            {place.text}
          </DeskPlace>
        )}
      </LimitedList>
      {placeCount > places.length && (
        <p class="dim small">{countOf(placeCount - places.length, 'more place')} like these.</p>
      )}
    </li>
  )
}
