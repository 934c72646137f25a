import { useEffect, useState } from 'preact/hooks'
import type { Query, RepeatGroup } from '../../../../../client/index.js'
import { listRepeats } from '../../../desk-tools-api.js'
import type { DeskToolProps } from '../../../desk/tool-props.js'
import { Kept } from '../../../hooks/use-loaded.js'
import { usePages, type Pages } from '../../../hooks/use-pages.js'
import '../../../styles/desk-tools.css'
import { countOf } from '../../../words.js'
import { FailureNote } from '../../failure-note.js'
import { Spinner } from '../../spinner.js'
import { ChoiceRow } from './choice-row.js'
import { RepeatPlaces } from './repeat-places.js'

/** What repeats in which way: the first is what an editor looks for. */
const scopes = [
  ['again', 'Told again', { companion: false }],
  ['companions', 'With its post', { companion: true }],
  ['frames', 'Greetings', { template: true }],
] as const satisfies [string, string, Query<'listRepeats'>][]

const kinds = [
  ['any', 'All', {}],
  ['verbatim', 'Same words', { kind: 'verbatim' }],
  ['reworded', 'Other words', { kind: 'reworded' }],
] as const satisfies [string, string, Query<'listRepeats'>][]

const pageSize = 10
/** While the library is looked through. */
const lookAgainMs = 4000

const kept = new Kept<Pages<RepeatGroup>>()

/** What is told in several places of the library, a group each; adverts are left out by the server. */
export function RepeatsTool({ collection, onAdd }: DeskToolProps) {
  const [scope, setScope] = useState<(typeof scopes)[number][0]>('again')
  const [kind, setKind] = useState<(typeof kinds)[number][0]>('any')
  /** Null until the server said. */
  const [isUpToDate, setUpToDate] = useState<boolean | null>(null)
  const query: Query<'listRepeats'> = {
    ...scopes.find(([name]) => name === scope)?.[2],
    ...kinds.find(([name]) => name === kind)?.[2],
    limit: pageSize,
  }
  const groups = usePages(
    `repeats ${scope} ${kind}`,
    async (cursor, signal) => {
      const list = await listRepeats({ ...query, ...(cursor !== null && { cursor }) }, signal)
      if (cursor === null) setUpToDate(list.upToDate)
      return { items: list.groups, total: list.total, next: list.next }
    },
    kept,
  )
  useLookAgain(isUpToDate, () => {
    kept.clear()
    groups.reload()
    setUpToDate(true)
  })
  const { pages, isCurrent, waiting, error } = groups
  const total = isCurrent ? pages?.total : null
  return (
    <>
      <ChoiceRow label="What repeats" choices={scopes} chosen={scope} onChoose={setScope} />
      <ChoiceRow label="In which words" choices={kinds} chosen={kind} onChoose={setKind} />
      <p class="desk-line" role="status" data-testid="repeats-state">
        {total != null && total > 0 && countOf(total, 'group')}{' '}
        <Spinner waiting={waiting} label="Looking for repeats" />
      </p>
      {isUpToDate === false && (
        <p class="note" data-testid="repeats-looking">
          The library is being looked through for what is told more than once.{' '}
          {total !== null && total !== 0
            ? 'Until then this is what was found before.'
            : 'What is found is shown here.'}
        </p>
      )}
      {error && <FailureNote title="Repeats could not be fetched." error={error} retry={groups.retry} />}
      {total === 0 && isUpToDate === true && <p class="dim">{emptyWords(scope, kind)}</p>}
      {pages && (
        <ol class="repeat-groups" data-stale={!isCurrent}>
          {pages.items.map((group) => (
            <RepeatPlaces
              key={group.places.map(({ passageId }) => passageId).join(' ')}
              group={group}
              clips={collection?.clips ?? []}
              onAdd={onAdd}
            />
          ))}
        </ol>
      )}
      {pages && isCurrent && pages.next !== null && !error && (
        <button type="button" class="button show-more" disabled={waiting} onClick={groups.showMore}>
          Show more
        </button>
      )}
    </>
  )
}

function emptyWords(scope: (typeof scopes)[number][0], kind: (typeof kinds)[number][0]): string {
  if (kind !== 'any') return 'Nothing repeats in this way.'
  if (scope === 'frames') return 'No greetings or announcements frame the documents of this library.'
  return scope === 'companions'
    ? 'No post tells what its own recording tells, as far as Cuepoint can see.'
    : 'Nothing is told twice in this library, as far as Cuepoint can see.'
}

/** Asks, while the library is being looked through, whether that is over. */
function useLookAgain(isUpToDate: boolean | null, onOver: () => void): void {
  useEffect(() => {
    if (isUpToDate === true) return
    const controller = new AbortController()
    const ask = () => {
      if (document.hidden) return
      listRepeats({ limit: 1 }, controller.signal).then(
        (list) => {
          if (list.upToDate) onOver()
        },
        // Whoever presses something next is told.
        () => undefined,
      )
    }
    const timer = setInterval(ask, lookAgainMs)
    return () => {
      clearInterval(timer)
      controller.abort()
    }
  }, [isUpToDate])
}
