import { useLocation, useRoute } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { readConcept } from '../concepts-api.js'
import { ConceptView } from '../components/concepts/concept-view.js'
import { NoSuchConcept } from '../components/concepts/no-concepts.js'
import { FailureNote } from '../components/failure-note.js'
import { Spinner } from '../components/spinner.js'
import { conceptPath } from '../concepts/concept-paths.js'
import { keptConcepts, keyOfConcept } from '../concepts/kept-concepts.js'
import { useLoaded } from '../hooks/use-loaded.js'

export function ConceptPage() {
  const slug = useRoute().params['slug'] ?? ''
  const { route } = useLocation()
  const { value, error, reload } = useLoaded(
    keyOfConcept(slug),
    async (signal) => {
      const concept = await readConcept(slug, signal)
      keptConcepts.set(keyOfConcept(concept.slug), concept)
      return concept
    },
    keptConcepts,
  )
  const isMerged = value !== null && value.slug !== slug
  useEffect(() => {
    // It was merged into another one: that one's address is the one to keep.
    if (isMerged) route(conceptPath(value.slug), true)
  }, [isMerged])

  if (error && !value)
    return (
      <div class="page">
        <h1 class="visually-hidden">Concept</h1>
        {error.status === 404 ? (
          <NoSuchConcept />
        ) : (
          <FailureNote title="This concept cannot be shown." error={error} retry={reload} />
        )}
      </div>
    )
  return (
    <div class="page page-concept">
      {value ? (
        <ConceptView key={value.slug} concept={value} reload={reload} />
      ) : (
        <div class="page-waiting">
          <Spinner waiting label="Loading" />
        </div>
      )}
    </div>
  )
}
