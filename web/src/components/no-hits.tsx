import type { SearchResult } from '../../../client/index.js'
import { useStatus } from '../hooks/use-status.js'
import { locateUnderstood, looseWords } from '../query-text.js'
import { hasFilters, searchPath, withoutFilters, type SearchState } from '../url-state.js'
import { countOf, describeUnderstood } from '../words.js'
import { DidYouMean } from './did-you-mean.js'
import { ExampleQuestions } from './example-questions.js'
import { isEmptyLibrary, NothingHere } from './nothing-here.js'

interface NoHitsProps {
  state: SearchState
  response: SearchResult
}

/** Nothing was found: what was looked for, how it was understood, and what to try. */
export function NoHits({ state, response }: NoHitsProps) {
  const status = useStatus()
  const understood = locateUnderstood(state.q, response.understood)
  return (
    <section class="no-hits" data-testid="no-hits">
      <h2>{state.q.trim() === '' ? 'Nothing matches these filters' : <QuotedQuery q={state.q.trim()} />}</h2>
      {response.didYouMean !== null && <DidYouMean state={state} text={response.didYouMean} />}
      {understood.length > 0 && (
        <p>
          It was understood as:{' '}
          {understood.map((part, index) => (
            <bdi key={index}>
              {index > 0 && ', '}
              {describeUnderstood(part)}
            </bdi>
          ))}
          .
        </p>
      )}
      <LooserSearches state={state} understood={understood.map(({ name }) => name)} />
      {status && status.jobs.length > 0 && (
        <p>The library is still being indexed: the answer may be in what is to come.</p>
      )}
      {status && status.withoutTranscript > 0 && (
        <p>
          {countOf(status.withoutTranscript, 'document has', 'documents have')} no transcript and can be found
          by title only.
        </p>
      )}
      {status && isEmptyLibrary(status) ? (
        <NothingHere />
      ) : (
        <p>Try fewer or other words, or ask the way you would ask a person.</p>
      )}
      {status && <ExampleQuestions examples={status.examples} title="Questions this library can answer" />}
    </section>
  )
}

/** Who typed quotes is not shown two pairs of them. */
function QuotedQuery({ q }: { q: string }) {
  const isQuoted = /["“”„«»]/.test(q)
  return (
    <>
      Nothing found for {isQuoted ? '' : '“'}
      <bdi>{q}</bdi>
      {isQuoted ? '' : '”'}
    </>
  )
}

/** The same search with less asked of what it finds: without what was chosen, without its signs, without both. */
function LooserSearches({ state, understood }: { state: SearchState; understood: readonly string[] }) {
  const words = looseWords(state.q)
  const isOpen = { q: words, exact: false }
  const isPhrased = state.exact || understood.includes('phrase')
  const isNarrowed = understood.some((name) => name !== 'phrase')
  const offers = [
    hasFilters(state) &&
      words !== '' && { words: 'Search without the filters', state: withoutFilters(state) },
    (isPhrased || isNarrowed) &&
      words !== '' && {
        words: describeOpen(words, isPhrased, isNarrowed),
        state: { ...state, ...isOpen },
      },
  ].filter((offer) => offer !== false)
  if (offers.length > 1)
    offers.push({ words: 'Both: the words, everywhere', state: { ...withoutFilters(state), ...isOpen } })
  if (offers.length === 0) return null
  return (
    <ul class="looser" aria-label="Looser searches">
      {offers.map(({ words, state }) => (
        <li key={words}>
          <a class="button" href={searchPath(state)} dir="auto">
            {words}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What is left out of the query: quotes, operators and exclusions, or all of them. */
function describeOpen(words: string, isPhrased: boolean, isNarrowed: boolean): string {
  if (!isPhrased) return `Search for “${words}” alone`
  return `Search for the words “${words}” ${isNarrowed ? 'alone, ' : ''}in any order`
}
