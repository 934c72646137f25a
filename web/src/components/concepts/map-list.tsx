import { useMemo } from 'preact/hooks'
import type { ConceptGraph } from '../../../../client/index.js'
import { conceptPath } from '../../concepts/concept-paths.js'
import { keepKnown } from '../../concepts/map-layout.js'
import { neighboursOf } from '../../concepts/map-steps.js'
import { countOf } from '../../words.js'

interface MapListProps {
  graph: ConceptGraph
  active: string | null
  onPoint: (slug: string | null) => void
}

/** More neighbours than this are shown when one looks at the concept. */
const maxNamed = 3

/** The map as a list: every concept of it with its nearest ones; pointing at one shows it on the map. */
export function MapList({ graph, active, onPoint }: MapListProps) {
  const neighbours = useMemo(() => neighboursOf(keepKnown(graph.nodes, graph.edges)), [graph])
  const names = useMemo(() => new Map(graph.nodes.map(({ slug, name }) => [slug, name])), [graph])
  return (
    <section class="map-list" aria-labelledby="map-list-title">
      <h2 id="map-list-title">
        On this map <span class="count">{graph.nodes.length}</span>
      </h2>
      <ol>
        {graph.nodes.map(({ slug, name, mentions }) => {
          const near = (neighbours.get(slug) ?? []).slice(0, maxNamed).map((each) => names.get(each))
          return (
            <li key={slug} data-active={slug === active}>
              <a
                class="concept-link"
                href={conceptPath(slug)}
                dir="auto"
                onPointerEnter={() => onPoint(slug)}
                onPointerLeave={() => onPoint(null)}
                onFocus={() => onPoint(slug)}
                onBlur={() => onPoint(null)}
              >
                {name}
              </a>
              <p class="dim small">
                {countOf(mentions, 'mention')}
                {near.length > 0 && <> · near {near.join(', ')}</>}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
