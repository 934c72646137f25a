import type { ComponentChildren } from 'preact'
import type { Clip, Hit } from '../../../../client/index.js'
import type { NewClip } from '../../collections-api.js'
import { excerptOf } from '../../excerpt.js'
import { MarkedText } from '../marked-text.js'
import { DeskPlace } from './desk-place.js'

interface DeskHitProps {
  hit: Omit<Hit, 'concepts'>
  q: string
  /** Of the open collection. */
  clips: readonly Clip[]
  onAdd: (clip: NewClip) => void
  hasCompanion?: boolean
  notes?: ComponentChildren
}

/** A hit to be heard and added, by its best sentence. */
export function DeskHit({ hit, hasCompanion = true, notes, ...props }: DeskHitProps) {
  return (
    <DeskPlace place={hit} testId="desk-hit" hasCompanion={hasCompanion} notes={notes} {...props}>
      <MarkedText parts={excerptOf(hit).sentence} />
    </DeskPlace>
  )
}
