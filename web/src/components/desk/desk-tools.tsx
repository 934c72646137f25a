import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskTool } from '../../desk/desk-state.js'
import type { DeskToolProps } from '../../desk/tool-props.js'
import { useUnread } from '../../hooks/desk/use-saved.js'
import { useShortcuts } from '../../hooks/use-shortcuts.js'
import { Spinner } from '../spinner.js'
import { SearchTool } from './search-tool.js'

interface ToolEntry {
  name: DeskTool
  label: string
  Tool: ComponentType<DeskToolProps>
}

type ToolModule = Record<string, ComponentType<DeskToolProps>>

/** Fetched when they are first opened. */
const modules = import.meta.glob<ToolModule>('./tools/*-tool.tsx')

const later: readonly { name: DeskTool; label: string; file: string; component: string }[] = [
  { name: 'draft', label: 'Draft', file: './tools/draft-tool.tsx', component: 'DraftTool' },
  { name: 'repeats', label: 'Repeats', file: './tools/repeats-tool.tsx', component: 'RepeatsTool' },
  { name: 'gaps', label: 'Gaps', file: './tools/gaps-tool.tsx', component: 'GapsTool' },
  { name: 'saved', label: 'Saved', file: './tools/saved-tool.tsx', component: 'SavedTool' },
]

const tools: readonly ToolEntry[] = [
  { name: 'search', label: 'Search', Tool: SearchTool },
  ...later.flatMap(({ name, label, file, component }): ToolEntry[] => {
    const load = modules[file]
    return load ? [{ name, label, Tool: fetchedTool(async () => (await load())[component]) }] : []
  }),
]

interface DeskToolsProps extends DeskToolProps {
  tool: DeskTool
  onTool: (tool: DeskTool) => void
}

/** The ways to find something to clip, as tabs. One that was opened keeps what was put into it. */
export function DeskTools({ tool, onTool, ...props }: DeskToolsProps) {
  const list = useRef<HTMLDivElement>(null)
  const opened = useRef(new Set<DeskTool>())
  const unread = useUnread()
  const shown = tools.some(({ name }) => name === tool) ? tool : 'search'
  // What was searched for stands in the address; the others would forget what was put into them.
  if (shown !== 'search') opened.current.add(shown)
  useShortcuts({
    '/': () => {
      if (shown === 'search') return false
      onTool('search')
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-column=find] [name=q]')?.focus())
    },
  })
  return (
    <>
      {tools.length > 1 && (
        <div
          ref={list}
          class="desk-tabs"
          role="tablist"
          aria-label="Find clips by"
          onKeyDown={(event) => {
            const next = nextTab(
              event.key,
              tools.findIndex(({ name }) => name === shown),
            )
            if (!next || event.ctrlKey || event.altKey || event.metaKey) return
            event.preventDefault()
            onTool(next.name)
            list.current?.querySelector<HTMLElement>(`#desk-tab-${next.name}`)?.focus()
          }}
        >
          {tools.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`desk-tab-${name}`}
              class="desk-tab"
              aria-selected={name === shown}
              aria-controls={`desk-panel-${name}`}
              tabIndex={name === shown ? 0 : -1}
              onClick={() => onTool(name)}
            >
              {label}
              {name === 'saved' && unread > 0 && (
                <span class="tab-count">
                  {unread.toLocaleString('en')}
                  <span class="visually-hidden"> new</span>
                </span>
              )}
            </button>
          ))}
        </div>
      )}
      {tools
        .filter(({ name }) => name === shown || opened.current.has(name))
        .map(({ name, Tool }) => (
          <div
            key={name}
            id={`desk-panel-${name}`}
            {...(tools.length > 1 && { role: 'tabpanel', 'aria-labelledby': `desk-tab-${name}` })}
            class="desk-panel"
            hidden={name !== shown}
          >
            <Tool {...props} />
          </div>
        ))}
    </>
  )
}

/** Where a key leads from the tab at `at`: around with the arrows, to both ends. */
function nextTab(key: string, at: number): ToolEntry | undefined {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tools.length - 1 }[key]
  return to === undefined ? undefined : tools[(to + tools.length) % tools.length]
}

/** Once fetched it is there at once; a page of its own would be too much for what stands in a column. */
function fetchedTool(load: () => Promise<ComponentType<DeskToolProps> | undefined>) {
  return function FetchedTool(props: DeskToolProps) {
    const [Tool, setTool] = useState<ComponentType<DeskToolProps> | null>(null)
    const [isMissing, setMissing] = useState(false)
    const fetchTool = () => {
      setMissing(false)
      load().then(
        (found) => (found ? setTool(() => found) : setMissing(true)),
        () => setMissing(true),
      )
    }
    useEffect(fetchTool, [])
    if (Tool) return <Tool {...props} />
    if (!isMissing) return <Spinner waiting label="Loading" />
    return (
      <div class="note" role="alert">
        <p>This could not be fetched: the server does not answer.</p>
        <button type="button" class="button" onClick={fetchTool}>
          Try again
        </button>
      </div>
    )
  }
}
