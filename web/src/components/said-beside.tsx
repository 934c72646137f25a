import type { VNode } from 'preact'
import type { DocumentSummary } from '../../../client/index.js'
import type { Playable } from '../player-state.js'
import type { SaidPlace, SaidPlaces } from '../said-places.js'
import { SaidTime } from './said-time.js'

/** What a post is said in. */
export interface SaidHere {
  recording: Playable & Pick<DocumentSummary, 'durationMs'>
  /** Null while they are not known: room is kept for them. */
  places: SaidPlaces | null
}

const hourMs = 3_600_000

interface SaidBesideProps {
  /** Null for what no recording belongs to: the text stands alone. */
  said: SaidHere | null
  place: SaidPlace | undefined
  isHeading?: boolean
  children: VNode
}

/** A heading or a text with the time at which it is said, which is no part of it: finding and copying see the text alone. */
export function SaidBeside({ said, place, isHeading = false, children }: SaidBesideProps) {
  if (!said) return children
  const slot = (
    <span class="said-slot" data-long={(said.recording.durationMs ?? 0) >= hourMs}>
      {place && <SaidTime recording={said.recording} place={place} quiet={!isHeading} />}
    </span>
  )
  return isHeading ? (
    <div class="said-head">
      {children}
      {slot}
    </div>
  ) : (
    <div class="said-block">
      {slot}
      {children}
    </div>
  )
}
