import { useStatus } from '../hooks/use-status.js'
import { emptySearch, searchPath, type SearchState } from '../url-state.js'
import { countOf } from '../words.js'
import { ExampleQuestions } from './example-questions.js'

/** Nothing was found: what was looked for, and what to try. */
export function NoHits({ state, isFiltered }: { state: SearchState; isFiltered: boolean }) {
  const status = useStatus()
  return (
    <section class="no-hits">
      <h2>
        Nothing found for “<bdi>{state.q}</bdi>”
      </h2>
      {isFiltered && (
        <p>
          Filters are set. <a href={searchPath({ ...emptySearch, q: state.q })}>Search everything instead</a>
        </p>
      )}
      {status && status.jobs.length > 0 && (
        <p>The library is still being indexed: the answer may be in what is to come.</p>
      )}
      {status && status.withoutTranscript > 0 && (
        <p>
          {countOf(status.withoutTranscript, 'episode has', 'episodes have')} no transcript and can be found
          by title only.
        </p>
      )}
      <p>Try fewer or other words, or ask the way you would ask a person.</p>
      {status && <ExampleQuestions examples={status.examples} title="Questions this library can answer" />}
    </section>
  )
}
