import { searchPath, type SearchState } from '../url-state.js'

/** An offer: the library may just not know the word. */
export function DidYouMean({ state, text }: { state: SearchState; text: string }) {
  return (
    <p class="did-you-mean">
      Did you mean{' '}
      <a href={searchPath({ ...state, q: text })}>
        <bdi>{text}</bdi>
      </a>
      ?
    </p>
  )
}

/** Nobody says what was typed: what was searched for instead, and the way to what was typed. */
export function SearchedFor({ state, text }: { state: SearchState; text: string }) {
  return (
    <p class="did-you-mean" data-testid="searched-for">
      Results for{' '}
      <a href={searchPath({ ...state, q: text })}>
        <bdi>{text}</bdi>
      </a>
      . Nothing here says{' '}
      <a href={searchPath({ ...state, exact: true })}>
        <bdi>{state.q.trim()}</bdi>
      </a>
      .
    </p>
  )
}
