import { useRef } from 'preact/hooks'
import type { Hit } from '../../../client/index.js'
import { LineRoomContext, useLineRoom } from '../hooks/use-line-width.js'
import { useShortcuts } from '../hooks/use-shortcuts.js'
import { HitCard } from './hit-card.js'

interface HitListProps {
  hits: readonly Hit[]
  q: string
}

export function HitList({ hits, q }: HitListProps) {
  const list = useRef<HTMLOListElement>(null)
  const room = useLineRoom(list, '.hit-text', hits.length > 0)
  useShortcuts({ j: () => moveToHit(list.current, 1), k: () => moveToHit(list.current, -1) })
  return (
    <LineRoomContext.Provider value={room}>
      <ol ref={list} class="hits">
        {hits.map((hit) => (
          <HitCard key={hit.passageId} hit={hit} q={q} />
        ))}
      </ol>
    </LineRoomContext.Provider>
  )
}

/** Moves the focus from hit to hit; it starts at the first. */
export function moveToHit(list: HTMLElement | null, step: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('.hit-open') ?? [])]
  const card = document.activeElement?.closest('.hit')
  const current = links.findIndex((link) => card?.contains(link))
  const next = links[current === -1 ? 0 : Math.max(0, Math.min(links.length - 1, current + step))]
  next?.focus({ preventScroll: true })
  next?.closest('.hit')?.scrollIntoView({ block: 'nearest' })
}
