import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import { SearchResults } from '../components/search-results.js'
import { Welcome } from '../components/welcome.js'
import { isBlank, readSearchState } from '../url-state.js'

export function SearchPage() {
  const { url } = useLocation()
  const state = useMemo(() => readSearchState(new URL(url, location.origin).search), [url])
  return <div class="page page-search">{isBlank(state) ? <Welcome /> : <SearchResults state={state} />}</div>
}
