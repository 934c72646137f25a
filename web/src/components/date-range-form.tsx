import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { isDay, searchPath, type SearchState } from '../url-state.js'

/** From a day to a day, either of them open. */
export function DateRangeForm({ state, onChoose }: { state: SearchState; onChoose: () => void }) {
  const { route } = useLocation()
  const [from, setFrom] = useState(state.from ?? '')
  const [to, setTo] = useState(state.to ?? '')
  const isBackwards = isDay(from) && isDay(to) && to < from
  return (
    <form
      class="date-range"
      onSubmit={(event) => {
        event.preventDefault()
        if (isBackwards) return
        const range = { year: null, from: isDay(from) ? from : null, to: isDay(to) ? to : null }
        route(searchPath({ ...state, ...range }))
        onChoose()
      }}
    >
      <label>
        From
        <input type="date" value={from} onInput={({ currentTarget }) => setFrom(currentTarget.value)} />
      </label>
      <label>
        To
        <input
          type="date"
          value={to}
          aria-invalid={isBackwards}
          aria-describedby="date-range-words"
          onInput={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </label>
      <p id="date-range-words" class="words-failure" role="status">
        {isBackwards && 'It ends before it begins.'}
      </p>
      <button class="button" disabled={isBackwards || (from === '' && to === '')}>
        Show these days
      </button>
    </form>
  )
}
