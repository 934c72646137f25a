import type { Document } from '../../../client/index.js'
import { documentPath } from '../url-state.js'
import { Icon } from './icon.js'

/** What the source published before and after it. */
export function SeriesSteps({
  document: { previous, next },
}: {
  document: Pick<Document, 'previous' | 'next'>
}) {
  if (!previous && !next) return null
  return (
    <nav class="series-steps" aria-label="Previous and next" data-testid="series-steps">
      {previous && (
        <a href={pathOf(previous)} rel="prev">
          <span class="dim small">
            <Icon name="back" /> Previous
          </span>
          <span dir="auto">{previous.title}</span>
        </a>
      )}
      {next && (
        <a href={pathOf(next)} rel="next">
          <span class="dim small">
            Next <Icon name="forward" />
          </span>
          <span dir="auto">{next.title}</span>
        </a>
      )}
    </nav>
  )
}

const pathOf = ({ id }: { id: string }): string => documentPath({ id, startMs: null, anchor: null, q: '' })
