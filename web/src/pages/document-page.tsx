import { useLocation, useRoute } from 'preact-iso'
import type { Document as DocumentResponse, Transcript } from '../../../client/index.js'
import { readDocument, readTranscript } from '../api.js'
import { DocumentView } from '../components/document-view.js'
import { FailureNote } from '../components/failure-note.js'
import { Spinner } from '../components/spinner.js'
import { Kept, useLoaded } from '../hooks/use-loaded.js'
import { shiftCues } from '../shift-times.js'
import { readDocumentAddress } from '../url-state.js'

interface ReadDocument {
  document: DocumentResponse
  cues: Transcript['cues']
}

const read = new Kept<ReadDocument>()

export function DocumentPage() {
  const { url, query } = useLocation()
  const id = useRoute().params['id'] ?? ''
  const { value, error, reload, change } = useLoaded(
    `document:${id}`,
    (signal) => loadDocument(id, signal),
    read,
  )

  if (error && !value)
    return (
      <div class="page">
        <h1 class="visually-hidden">Document</h1>
        {error.status === 404 ? (
          <div class="note" role="alert">
            <p>
              <strong>This document is not in the library.</strong>
            </p>
            <p>Its source may have been removed, or the address is not whole.</p>
          </div>
        ) : (
          <FailureNote title="This document cannot be shown." error={error} retry={reload} />
        )}
        <p>
          <a href="/">Back to searching</a>
        </p>
      </div>
    )
  return (
    <div class="page page-document">
      {value ? (
        <DocumentView
          // A link to another time of the same document opens the page anew; what the page itself changes of its address
          // does not.
          key={url.replace(/#.*/, '')}
          {...value}
          opened={readDocumentAddress(id, query, location.hash)}
          onCorrected={(document) => {
            change((old) => withTimesOf(document, old))
            reload()
          }}
        />
      ) : (
        <div class="page-waiting">
          <Spinner waiting label="Loading" />
        </div>
      )}
    </div>
  )
}

/** The transcript moved as the document was, until the server gives it. */
function withTimesOf(document: DocumentResponse, old: ReadDocument): ReadDocument {
  const byMs = document.corrections.offsetMs - old.document.corrections.offsetMs
  return { document, cues: shiftCues(old.cues, byMs) }
}

/** A post is read from its sections: it has no transcript. */
async function loadDocument(id: string, signal: AbortSignal): Promise<ReadDocument> {
  const [document, transcript] = await Promise.all([readDocument(id, signal), readTranscript(id, signal)])
  return { document, cues: document.kind === 'post' ? [] : transcript.cues }
}
