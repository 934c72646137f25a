import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { conceptMapPath } from '../../concepts/concept-paths.js'

export interface RingProps {
  slug: string
  name: string
}

/** The concept among those nearest to it, as a small map. Its code is fetched after the page; its room is kept. */
export function ConceptRing({ slug, name }: RingProps) {
  const [Ring, setRing] = useState<ComponentType<RingProps> | null>(null)
  useEffect(() => {
    let isShown = true
    import('./ring-picture.js').then(
      ({ RingPicture }) => {
        if (isShown) setRing(() => RingPicture)
      },
      // The list of related concepts below says the same; the picture comes with the next visit.
      () => undefined,
    )
    return () => {
      isShown = false
    }
  }, [])
  return (
    <section class="ring" aria-label={`Map around ${name}`}>
      <div class="ring-room">{Ring && <Ring slug={slug} name={name} />}</div>
      <a class="nav-link ring-more" href={conceptMapPath({ around: slug, focus: slug })}>
        Open the map here
      </a>
    </section>
  )
}
