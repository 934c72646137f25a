import { useLocation } from 'preact-iso'
import { useSettled } from '../hooks/use-settled.js'
import { searchPath, type SearchState } from '../url-state.js'
import { Icon } from './icon.js'
import { KeepUp } from './keep-up.js'
import { Spinner } from './spinner.js'

interface ResultLineProps {
  state: SearchState
  /** Of the latest answer; null before the first. */
  total: number | null
  isCurrent: boolean
  waiting: boolean
}

const orders = [
  ['relevance', 'Best'],
  ['date', 'Newest'],
] as const

/** How many there are, and how they are searched and sorted. */
export function ResultLine({ state, total, isCurrent, waiting }: ResultLineProps) {
  const { route } = useLocation()
  const words = total === null ? '' : countInWords(total)
  // Who hears the page is told when typing is over, not at each letter.
  const announced = useSettled(isCurrent ? words : '')
  const isListing = state.q.trim() === ''
  return (
    <div class="result-line">
      <p>
        <span data-testid="result-count">{words}</span> <Spinner waiting={waiting} label="Searching" />
      </p>
      <p class="visually-hidden" role="status">
        {announced}
      </p>
      {!isListing && (
        <>
          <button
            type="button"
            class="exact"
            aria-pressed={state.exact}
            title="Only these words in a row, in this form"
            onClick={() => route(searchPath({ ...state, exact: !state.exact }))}
          >
            <Icon name="exact" />
            Exact
          </button>
          <div class="orders" role="group" aria-label="Which first">
            {orders.map(([sort, words]) => (
              <a key={sort} href={searchPath({ ...state, sort })} aria-current={state.sort === sort}>
                {words}
              </a>
            ))}
          </div>
        </>
      )}
      <KeepUp state={state} />
    </div>
  )
}

const countInWords = (total: number): string =>
  total === 0 ? 'No results' : `${total.toLocaleString('en')} ${total === 1 ? 'result' : 'results'}`
