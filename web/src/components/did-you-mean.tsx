import { searchPath, type SearchState } from '../url-state.js'

/** An offer, never applied by itself: the library may just not know the word. */
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
