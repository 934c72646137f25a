import type { ConceptGraph } from '../../../../client/index.js'
import { conceptMapPath, conceptPath } from '../../concepts/concept-paths.js'
import { describeCounts, describeRelation } from '../../concepts/concept-words.js'

interface MapFocusProps {
  graph: ConceptGraph
  /** Of the concept that is looked at. */
  slug: string | null
  around: string | null
}

/** What is looked at, and its ring in words. Its room is kept. */
export function MapFocus({ graph, slug, around }: MapFocusProps) {
  const concept = graph.nodes.find((node) => node.slug === slug)
  if (!concept)
    return (
      <section class="map-focus">
        <p class="dim">
          {matchMedia('(hover: none)').matches
            ? 'Tap a concept to see what it is related to, and once more to open it.'
            : 'Point at a concept to see what it is related to. With the keyboard: Tab into the map, arrow keys to go from one to the next, + and − to zoom.'}
        </p>
      </section>
    )
  const names = new Map(graph.nodes.map((node) => [node.slug, node.name]))
  const ring = graph.edges
    .filter(({ from, to }) => from === concept.slug || to === concept.slug)
    .map((edge) => ({ ...edge, slug: edge.from === concept.slug ? edge.to : edge.from }))
    .filter((edge) => names.has(edge.slug))
    .sort((a, b) => b.score - a.score)
  return (
    <section class="map-focus" data-testid="map-focus">
      <h2>
        <a href={conceptPath(concept.slug)} dir="auto">
          {concept.name}
        </a>
      </h2>
      <p class="dim small">{describeCounts(concept)}</p>
      {concept.definition !== null && (
        <p class="clamp-4 concept-definition" dir="auto">
          {concept.definition}
        </p>
      )}
      {concept.slug !== around && (
        <p>
          <a class="small" href={conceptMapPath({ around: concept.slug, focus: concept.slug })}>
            Map around it
          </a>
        </p>
      )}
      <ul class="map-ring">
        {ring.map((edge) => (
          <li key={edge.slug}>
            <a class="concept-link" href={conceptPath(edge.slug)} dir="auto">
              {names.get(edge.slug)}
            </a>{' '}
            <span class="dim small">{describeRelation(edge)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
