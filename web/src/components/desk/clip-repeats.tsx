import { useLocation } from 'preact-iso'
import { useRef } from 'preact/hooks'
import type { Clip } from '../../../../client/index.js'
import { deskPath, readDeskState } from '../../desk/desk-state.js'
import { warnOfRepeats } from '../../desk/repeat-words.js'
import { useClipRepeats } from '../../hooks/desk/use-clip-repeats.js'
import { Icon } from '../icon.js'

interface ClipRepeatsProps {
  clip: Clip
  collectionId: string
  /** Changes whenever the clips of the collection do. */
  edition: string
}

/** More of them help nobody. */
const maxShown = 3

/** Warns when a clip tells again what another one tells, of this collection or another; it comes late, below what is there. */
export function ClipRepeats({ clip, collectionId, edition }: ClipRepeatsProps) {
  const { url } = useLocation()
  const place = useRef<HTMLDivElement>(null)
  const found = useClipRepeats(place, clip, edition)
  const warnings = found ? warnOfRepeats(found, collectionId) : []
  const state = readDeskState(new URL(url, location.origin).search)
  return (
    <div ref={place} class="clip-repeats">
      {warnings.slice(0, maxShown).map(({ clipId, collectionId: collection, text, link }) => (
        <p key={clipId} class="clip-warning" data-testid="clip-repeat">
          <Icon name="warning" /> {text}
          <a href={deskPath({ ...state, collection, clip: clipId })} dir="auto">
            {link}
          </a>
          .
        </p>
      ))}
      {warnings.length > maxShown && (
        <p class="clip-warning">And {(warnings.length - maxShown).toLocaleString('en')} more.</p>
      )}
    </div>
  )
}
