import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Coverage } from '../../../../../client/index.js'
import { showCoverage } from '../../../desk-tools-api.js'
import { useAction } from '../../../hooks/use-action.js'
import { FailureNote } from '../../failure-note.js'

type ListName = 'writtenOnly' | 'spokenOnly' | 'explainedLongAgo' | 'searches'
type EntryOf<Name extends ListName> = Coverage[Name]['entries'][number]

interface GapListProps<Name extends ListName> {
  name: Name
  title: string
  /** Said when there are none. */
  none: string
  /** Its beginning, which came with the others. */
  first: Coverage[Name]
  /** Gives the <li>, with a key. */
  children: (entry: EntryOf<Name>) => ComponentChildren
  /** Below the heading. */
  about?: ComponentChildren
}

const pageSize = 20

/** One of the lists of what the library lacks: its beginning, and more when asked. */
export function GapList<Name extends ListName>(props: GapListProps<Name>) {
  const { name, title, none, first, about } = props
  const id = useId()
  return (
    <section class="gap-list" aria-labelledby={id} data-testid={`gaps-${name}`}>
      <h3 id={id} class="tool-heading">
        {title} {first.total > 0 && <span class="count">{first.total.toLocaleString('en')}</span>}
      </h3>
      {about}
      {/* Another beginning is another list. */}
      {first.total === 0 ? (
        <p class="dim small">{none}</p>
      ) : (
        <Entries key={JSON.stringify(first)} {...props} />
      )}
    </section>
  )
}

function Entries<Name extends ListName>({ name, first, children }: GapListProps<Name>) {
  const [more, setMore] = useState<{ entries: EntryOf<Name>[]; next: string | null }>({
    entries: [],
    next: first.next,
  })
  const fetching = useAction(
    async () => {
      const cursor = more.next === null ? {} : { cursor: more.next }
      const { [name]: list } = await showCoverage({ list: name, limit: pageSize, ...cursor })
      setMore(({ entries }) => ({ entries: [...entries, ...list.entries], next: list.next }))
    },
    () => undefined,
  )
  return (
    <>
      <ul class="gaps">{[...first.entries, ...more.entries].map((entry) => children(entry))}</ul>
      {fetching.error && (
        <FailureNote title="More could not be fetched." error={fetching.error} retry={fetching.start} />
      )}
      {more.next !== null && !fetching.error && (
        <button type="button" class="more-toggle" disabled={fetching.isBusy} onClick={fetching.start}>
          Show more
        </button>
      )}
    </>
  )
}
