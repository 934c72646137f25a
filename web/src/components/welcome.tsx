import { useEffect } from 'preact/hooks'
import type { Status } from '../../../client/index.js'
import { listDocuments } from '../api.js'
import { useLoaded } from '../hooks/use-loaded.js'
import { useScrollMemory } from '../hooks/use-scroll-memory.js'
import { useStatus } from '../hooks/use-status.js'
import { countOf } from '../words.js'
import { DocumentRow } from './document-row.js'
import { ExampleQuestions } from './example-questions.js'
import { FailureNote } from './failure-note.js'
import { isEmptyLibrary, NothingHere } from './nothing-here.js'

const newestCount = 8

/** The search page before a question: what is here, what one could ask, what is new. */
export function Welcome() {
  const status = useStatus()
  const total = status ? status.documents.episode + status.documents.short + status.documents.post : 0
  const newest = useLoaded('newest', (signal) => listDocuments(newestCount, signal))
  const documents = newest.value?.documents ?? []
  useScrollMemory(newest.value !== null, '/')
  useEffect(() => {
    document.title = 'Cuepoint'
  }, [])
  /** The library has grown since the list was asked for. */
  const isOutdated = newest.value !== null && newest.value.total < total
  useEffect(() => {
    if (isOutdated) newest.reload()
  }, [isOutdated, total])

  return (
    <div class="welcome">
      <h1 class="visually-hidden">Cuepoint: find the moment where something was said</h1>
      <p class="library-line">{status ? describeLibrary(status) : '\u00a0'}</p>
      {newest.error && (
        <FailureNote title="The library cannot be shown." error={newest.error} retry={newest.reload} />
      )}
      {status && isEmptyLibrary(status) && <NothingHere />}
      {status && <ExampleQuestions examples={status.examples} title="Ask, for example" />}
      {documents.length > 0 && (
        <section class="newest">
          <h2>Newest</h2>
          <ul>
            {documents.map((each) => (
              <DocumentRow key={each.id} document={each} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function describeLibrary({ documents, hours, sources, withoutTranscript }: Status): string {
  const kinds = [
    documents.episode > 0 && countOf(documents.episode, 'episode'),
    documents.short > 0 && countOf(documents.short, 'short'),
    documents.post > 0 && countOf(documents.post, 'post'),
  ].filter((part) => part !== false)
  if (kinds.length === 0) return 'This library is empty.'
  const listed = new Intl.ListFormat('en').format(kinds)
  const length = hours > 0 ? `, ${hours.toLocaleString('en')} hours` : ''
  const missing = withoutTranscript > 0 ? ` ${withoutTranscript} of them without a transcript.` : ''
  return `${listed} from ${countOf(sources, 'source')}${length}.${missing}`
}
