import type { Clip, ConceptPlace, CoveredConcept, LongAgoConcept } from '../../../../../client/index.js'
import type { NewClip } from '../../../collections-api.js'
import { conceptPath } from '../../../concepts/concept-paths.js'
import { describeLongAgo, describePresence } from '../../../desk/gap-words.js'
import { DeskPlace } from '../desk-place.js'

interface GapProps<Gap> {
  gap: Gap
  clips: readonly Clip[]
  onAdd: (clip: NewClip) => void
}

/** A concept that stands on one side only, with the sentence that explains it there. */
export function ConceptGap({
  gap,
  side,
  ...props
}: GapProps<CoveredConcept> & { side: 'spoken' | 'written' }) {
  return (
    <li class="gap" data-testid="gap">
      <GapName gap={gap} about={describePresence(gap, side)} />
      {gap.moment && <Place place={gap.moment} q={gap.name} {...props} />}
    </li>
  )
}

/** A concept whose last explanation is old, with that explanation. */
export function LongAgoGap({ gap, ...props }: GapProps<LongAgoConcept>) {
  return (
    <li class="gap" data-testid="gap">
      <GapName gap={gap} about={describeLongAgo(gap)} />
      {gap.last && <Place place={gap.last} q={gap.name} {...props} />}
    </li>
  )
}

const GapName = ({ gap, about }: { gap: { slug: string; name: string }; about: string }) => (
  <p class="gap-line">
    <a class="gap-name" href={conceptPath(gap.slug)} dir="auto">
      {gap.name}
    </a>
    <span class="dim small">{about}</span>
  </p>
)

const Place = ({
  place,
  q,
  clips,
  onAdd,
}: Omit<GapProps<never>, 'gap'> & { place: ConceptPlace; q: string }) => (
  <ul class="desk-hits">
    <DeskPlace place={place} q={q} clips={clips} onAdd={onAdd} testId="gap-place">
      {place.text}
    </DeskPlace>
  </ul>
)
