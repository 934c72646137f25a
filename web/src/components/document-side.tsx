import { useState } from 'preact/hooks'
import type { Document } from '../../../client/index.js'
import { useMedia } from '../hooks/use-media.js'
import { DocumentCompanions } from './document-companions.js'
import { RelatedDocuments } from './related-documents.js'
import { SeriesSteps } from './series-steps.js'
import { SimilarMoments } from './similar-moments.js'

/** As document.css: from here on it stands in a column of its own. */
const wide = '(min-width: 80rem)'

interface DocumentSideProps {
  document: Document
  at: { startMs: number | null; anchor: string | null }
}

/** Where one may go from here. On a phone it opens on demand, as the text is what one came for. */
export function DocumentSide({ document, at }: DocumentSideProps) {
  const isWide = useMedia(wide)
  const [isOpen, setOpen] = useState(false)
  const parts = (
    <>
      <DocumentCompanions companions={document.companions} isPost={document.kind === 'post'} />
      <SimilarMoments
        documentId={document.id}
        isPost={document.kind === 'post'}
        version={document.corrections.offsetMs}
        at={at}
      />
      <RelatedDocuments documentId={document.id} />
      <SeriesSteps document={document} />
    </>
  )
  if (isWide) return <div class="document-more">{parts}</div>
  return (
    <details
      class="chapters document-more"
      data-testid="more"
      onToggle={(event) => {
        // Parts that open inside it tell it too.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open)
      }}
    >
      <summary>Go on from here</summary>
      {isOpen && parts}
    </details>
  )
}
