import { useEffect, useRef } from 'preact/hooks'
import type { Status } from '../../../../client/index.js'
import { conceptListPath, type ConceptListState } from '../../concepts/concept-paths.js'
import { useStatus } from '../../hooks/use-status.js'
import { emptySearch, searchPath } from '../../url-state.js'

/** Why there are none, and what to do; looks again by itself while they are being found. */
export function NoConcepts({ state, reload }: { state: ConceptListState; reload: () => void }) {
  const status = useStatus()
  const asked = useRef(status)
  useEffect(() => {
    if (asked.current === status) return
    const isFirst = asked.current === null
    asked.current = status
    if (!isFirst && state.q === '' && !state.hidden) reload()
  }, [status])

  if (state.q !== '')
    return (
      <p class="note">
        No {state.hidden ? 'hidden ' : ''}concept has “<bdi>{state.q}</bdi>” in its name.{' '}
        <a href={searchPath({ ...emptySearch, q: state.q })}>Search what was said</a>, or{' '}
        <a href={conceptListPath({ ...state, q: '' })}>see all</a>.
      </p>
    )
  if (state.hidden) return <p class="note">No concept is hidden.</p>
  return <EmptyNote status={status} />
}

/** For a library without concepts: nothing to find them in, or not yet found. */
export function EmptyNote({ status }: { status: Status | null }) {
  if (!status) return <p class="note">{'\u00a0'}</p>
  const { episode, short, post } = status.documents
  if (status.jobs.length > 0 || status.index.behind > 0)
    return (
      <p class="note" role="status">
        The concepts are being found: they appear here when the library has been read.
      </p>
    )
  return (
    <p class="note">
      Concepts appear when the library holds posts or transcripts
      {episode + short + post > 0 ? ' in which ideas are named more than once' : ''}.{' '}
      <a href="/library">Look at the sources</a>
    </p>
  )
}

/** For an address that names none; trying again would not help. */
export function NoSuchConcept() {
  return (
    <div class="note" role="alert">
      <p>
        <strong>This library has no such concept.</strong>
      </p>
      <p>
        What it was about may have left the library, or the address is not whole. Look for its name among{' '}
        <a href="/concepts">all concepts</a>.
      </p>
    </div>
  )
}
