import { useLocation } from 'preact-iso'
import { useEffect, useId, useState } from 'preact/hooks'
import type { SavedSearch } from '../../../../../client/index.js'
import { addSavedSearch } from '../../../desk-tools-api.js'
import { readDeskState } from '../../../desk/desk-state.js'
import { isSameSearch, savedOf } from '../../../desk/saved-search.js'
import { keepSaved } from '../../../desk/saved-store.js'
import { useAction } from '../../../hooks/use-action.js'
import { emptySearch } from '../../../url-state.js'

/** Saves a search: that of the desk, with its filters, or whatever is typed here. */
export function SaveForm({ searches }: { searches: readonly SavedSearch[] }) {
  const { url } = useLocation()
  const { search } = readDeskState(new URL(url, location.origin).search)
  const asked = savedOf(search)
  const isKnown = asked !== null && searches.some((each) => isSameSearch(each, asked))
  const id = useId()
  const [typed, setTyped] = useState('')
  useEffect(() => setTyped(isKnown ? '' : search.q), [search.q, isKnown])
  const words = typed.trim()
  // As it was typed at the search: with its filters; else the words alone.
  const wanted = words !== '' && words === search.q.trim() ? asked : savedOf({ ...emptySearch, q: words })
  const isThere = wanted !== null && searches.some((each) => isSameSearch(each, wanted))
  const saving = useAction(
    async () => {
      if (wanted) keepSaved(await addSavedSearch(wanted))
    },
    () => setTyped(''),
  )
  return (
    <form
      class="save-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted && !isThere) saving.start()
      }}
    >
      <label for={id}>Search to be kept up with</label>
      <div class="field-row">
        <input
          id={id}
          dir="auto"
          autocomplete="off"
          enterkeyhint="done"
          maxLength={2000}
          data-testid="save-query"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button class="button" data-testid="save-search" disabled={!wanted || isThere || saving.isBusy}>
          Save
        </button>
      </div>
      <p class="desk-line" role="status">
        {isThere && 'This search is saved already.'}
        {!isThere && words !== '' && asked?.filters && wanted === asked && 'With the filters of the search.'}
      </p>
      <p class="words-failure small" role="alert">
        {saving.error?.message}
      </p>
    </form>
  )
}
