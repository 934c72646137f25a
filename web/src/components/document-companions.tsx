import type { Document } from '../../../client/index.js'
import { DocumentRow } from './document-row.js'

/** The posts that belong to a recording, or the recordings that belong to a post. */
export function DocumentCompanions({
  companions,
  isPost,
}: {
  companions: Document['companions']
  isPost: boolean
}) {
  if (companions.length === 0) return null
  return (
    <section class="side-section" data-testid="companions">
      <h2>
        {isPost
          ? 'Hear or see it'
          : companions.every(({ kind }) => kind === 'post')
            ? 'Read about it'
            : 'Goes with it'}
      </h2>
      <ul class="plain-list">
        {companions.map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
    </section>
  )
}
