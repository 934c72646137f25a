import { addSavedSearch, listSavedSearches } from '../desk-tools-api.js'
import { feedPathOf, isSameSearch, savedOf } from '../desk/saved-search.js'
import { useAction } from '../hooks/use-action.js'
import { useFeedLink } from '../hooks/use-feed-link.js'
import { showNotice } from '../notice.js'
import type { SearchState } from '../url-state.js'
import { Icon } from './icon.js'

/** Ways to keep up with what a search will find: saved at the desk, or as a feed. */
export function KeepUp({ state }: { state: SearchState }) {
  const asked = savedOf(state)
  const feedPath = asked && feedPathOf(asked)
  useFeedLink(feedPath)
  const saving = useAction(
    async () => {
      if (!asked) return
      const known = (await listSavedSearches()).some((each) => isSameSearch(each, asked))
      if (!known) await addSavedSearch(asked)
      const words = known
        ? 'This search is saved already.'
        : 'Saved: what comes into the library from now on is held against it.'
      showNotice(words, [{ label: 'Saved searches', href: '/desk?tool=saved' }])
    },
    () => undefined,
  )
  if (feedPath === null) return null
  return (
    <div class="keep-up">
      <button
        type="button"
        class="exact"
        title="Keep up with what comes into the library"
        data-testid="save-search"
        disabled={saving.isBusy}
        onClick={saving.start}
      >
        <Icon name="save" />
        <span class="narrow-hidden">Save search</span>
      </button>
      <a
        class="exact"
        href={feedPath}
        title="This search as a feed"
        data-testid="search-feed"
        target="_blank"
        rel="noopener"
      >
        <Icon name="feed" />
        <span class="narrow-hidden">RSS</span>
      </a>
      <span class="keep-up-failure" role="alert">
        {saving.error && `It could not be saved: ${saving.error.message}`}
      </span>
    </div>
  )
}
