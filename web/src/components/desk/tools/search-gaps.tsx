import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { Coverage } from '../../../../../client/index.js'
import { deskPath, readDeskState } from '../../../desk/desk-state.js'
import { describeSearches, otherForms } from '../../../desk/gap-words.js'
import { useAction } from '../../../hooks/use-action.js'
import { forgetQueries } from '../../../library-api.js'
import { emptySearch } from '../../../url-state.js'
import { ConfirmDialog } from '../../library/confirm-dialog.js'
import { GapList } from './gap-list.js'

interface SearchGapsProps {
  list: Coverage['searches']
  /** Whether searches are kept at all. */
  areKept: boolean
  onForgotten: () => void
}

/** What was searched for in vain, and what becomes of searches that are kept. */
export function SearchGaps({ list, areKept, onForgotten }: SearchGapsProps) {
  const { url } = useLocation()
  const [isAsking, setAsking] = useState(false)
  const forgetting = useAction(forgetQueries, () => {
    setAsking(false)
    onForgotten()
  })
  const state = readDeskState(new URL(url, location.origin).search)
  const searchFor = (q: string) => deskPath({ ...state, tool: 'search', search: { ...emptySearch, q } })
  return (
    <>
      <GapList
        name="searches"
        title="Searched for in vain"
        none={
          areKept
            ? 'No search was in vain so far.'
            : 'Searches are not kept (CUEPOINT_KEEP_QUERIES=0), so it is not known which were in vain.'
        }
        first={list}
        about={
          areKept && (
            <p class="dim small">
              Searches are kept on Cuepoint’s own machine only, for this list and to be suggested. The setting
              CUEPOINT_KEEP_QUERIES=0 keeps none.{' '}
              <button type="button" class="more-toggle text-button" onClick={() => setAsking(true)}>
                Forget all
              </button>
            </p>
          )
        }
      >
        {(group) => (
          <li key={group.text} class="gap" data-testid="search-gap">
            <p class="gap-line">
              <a class="gap-name" href={searchFor(group.text)} dir="auto">
                {group.text}
              </a>
              <span class="dim small">{describeSearches(group, Date.now())}</span>
            </p>
            {otherForms(group).length > 0 && (
              <p class="dim small">
                Also as{' '}
                {otherForms(group)
                  .slice(0, maxForms)
                  .map((text, at) => (
                    <span key={text}>
                      {at > 0 && ', '}
                      <bdi>“{text}”</bdi>
                    </span>
                  ))}
              </p>
            )}
          </li>
        )}
      </GapList>
      {isAsking && (
        <ConfirmDialog
          title="Forget past searches?"
          verb="Forget them"
          action={forgetting}
          onClose={() => {
            setAsking(false)
            forgetting.reset()
          }}
        >
          <p>This list is empty then, and they are no longer suggested. This cannot be taken back.</p>
        </ConfirmDialog>
      )}
    </>
  )
}

const maxForms = 4
