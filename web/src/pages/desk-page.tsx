import { useLocation } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { askForCollection } from '../clip-request.js'
import type { NewClip } from '../collections-api.js'
import { DeskTools } from '../components/desk/desk-tools.js'
import { NoCollection } from '../components/desk/no-collection.js'
import { OpenCollection } from '../components/desk/open-collection.js'
import { deskPath, readDeskState, type DeskState } from '../desk/desk-state.js'
import { readLastCollection } from '../desk/last-collection.js'
import { useCollections } from '../hooks/desk/use-collections.js'
import { useEditor } from '../hooks/desk/use-editor.js'
import '../styles/desk.css'
import '../styles/desk-clips.css'
import '../styles/desk-trim.css'

/** The columns, of which a narrow screen shows one. */
export type DeskPane = 'find' | 'collection' | 'clip'

const panes = [
  ['find', 'Find'],
  ['collection', 'Collection'],
  ['clip', 'Clip'],
] as const satisfies [DeskPane, string][]

/** Finding, a collection of clips, and the clip that is chosen in it, side by side. */
export function DeskPage() {
  const { url, route } = useLocation()
  const state = useMemo(() => readDeskState(new URL(url, location.origin).search), [url])
  const collections = useCollections()
  const editor = useEditor(state.collection)
  const [pane, setPane] = useState<DeskPane>(
    state.clip !== null ? 'clip' : state.search.q === '' && state.tool === 'search' ? 'collection' : 'find',
  )
  /** Choosing is no step to come back from; opening another collection is. */
  const go = (change: Partial<DeskState>, { isStep = false } = {}) => {
    const now = readDeskState(location.search)
    const target = deskPath({ ...now, ...change })
    if (target !== deskPath(now)) route(target, !isStep)
  }
  const open = (id: string | null) => {
    go({ collection: id, clip: null }, { isStep: true })
    setPane('collection')
  }
  useEffect(() => {
    // A link led to a clip of it: from a passage that was used there, or from a clip that repeats it.
    if (state.clip !== null && pane === 'find') setPane('collection')
  }, [state.collection])
  useLastCollection(state, collections.value, (id) => go({ collection: id }))

  const tools = (
    collection: Parameters<typeof DeskTools>[0]['collection'],
    onAdd: (clip: NewClip) => void,
  ) => (
    <section class="desk-column" data-column="find" aria-label="Find">
      <DeskTools tool={state.tool} onTool={(tool) => go({ tool })} collection={collection} onAdd={onAdd} />
    </section>
  )
  return (
    <div class="page-desk" data-pane={pane}>
      <h1 class="visually-hidden">Desk</h1>
      <div class="desk-panes" role="group" aria-label="Shown">
        {panes.map(([name, label]) => (
          <button
            key={name}
            type="button"
            class="desk-tab"
            aria-pressed={pane === name}
            onClick={() => setPane(name)}
          >
            {label}
          </button>
        ))}
      </div>
      {editor ? (
        <OpenCollection
          key={editor.id}
          editor={editor}
          collections={collections}
          chosen={state.clip}
          onChoose={(clip) => go({ clip })}
          onOpen={open}
          onPane={setPane}
          tools={tools}
        />
      ) : (
        <>
          {tools(null, askForCollection)}
          <NoCollection collections={collections} onOpen={open} />
        </>
      )}
    </div>
  )
}

/** The desk opens with what was worked on last, as long as it is there. */
function useLastCollection(
  { collection }: DeskState,
  collections: readonly { id: string }[] | null,
  onFound: (id: string) => void,
): void {
  const [isFirst, setFirst] = useState(collection === null)
  useEffect(() => {
    if (!isFirst || !collections) return
    setFirst(false)
    const last = readLastCollection()
    if (last !== null && collections.some(({ id }) => id === last)) onFound(last)
  }, [collections])
}
