import '../styles/concept-map.css'
import '../styles/concepts.css'
import { useLocation } from 'preact-iso'
import { useEffect, useMemo } from 'preact/hooks'
import { readGraph } from '../concepts-api.js'
import { EmptyNote, NoSuchConcept } from '../components/concepts/no-concepts.js'
import { MapView } from '../components/concepts/map-view.js'
import { FailureNote } from '../components/failure-note.js'
import { Spinner } from '../components/spinner.js'
import { conceptMapPath, conceptPath, readConceptMapState } from '../concepts/concept-paths.js'
import { keptGraphs } from '../concepts/kept-concepts.js'
import { useLoaded } from '../hooks/use-loaded.js'
import { useStatus } from '../hooks/use-status.js'

/** So many can be told apart; more are on the list of all concepts. */
const wholeMapSize = 120
const ringSize = 30

/** The best concepts of the library, or those around one, as a map with a list that says the same. */
export function ConceptMapPage() {
  const { url } = useLocation()
  const { around, focus } = useMemo(() => readConceptMapState(new URL(url, location.origin).search), [url])
  const status = useStatus()
  const { value, error, reload } = useLoaded(
    `map:${around ?? ''}`,
    (signal) => readGraph({ limit: around === null ? wholeMapSize : ringSize, around }, signal),
    keptGraphs,
  )
  const centre = value?.nodes.find(({ slug }) => slug === around)
  // One concept alone, hidden or with nothing near it, is no map.
  const hasMap = value !== null && !centre?.hidden && value.nodes.length > (around === null ? 0 : 1)
  const title = centre ? `Map around ${centre.name}` : 'Map of concepts'
  useEffect(() => {
    document.title = `${title} · Cuepoint`
  }, [title])
  return (
    <div class="page page-map">
      <div class="concepts-head">
        <h1 dir="auto">{title}</h1>
        <span class="map-ways">
          {around !== null && <a href={conceptMapPath({ around: null, focus: around })}>Whole map</a>}
          {centre && <a href={conceptPath(centre.slug)}>Its page</a>}
          <a href="/concepts">List of all concepts</a>
        </span>
      </div>
      {error &&
        !value &&
        (error.status === 404 ? (
          <NoSuchConcept />
        ) : (
          <FailureNote title="The map cannot be drawn." error={error} retry={reload} />
        ))}
      {value && hasMap && <MapView key={around ?? ''} graph={value} around={around} initialFocus={focus} />}
      {centre && !hasMap && (
        <p class="note">
          {centre.hidden
            ? 'Its name was hidden: lists, search and maps leave it out.'
            : 'Nothing in the library is related to it yet.'}
        </p>
      )}
      {value?.nodes.length === 0 && <EmptyNote status={status} />}
      {!value && !error && (
        <div class="page-waiting">
          <Spinner waiting label="Loading" />
        </div>
      )}
    </div>
  )
}
