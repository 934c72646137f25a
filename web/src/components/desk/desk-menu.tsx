import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { Icon } from '../icon.js'

type IconName = Parameters<typeof Icon>[0]['name']

interface DeskMenuProps {
  label: string
  icon?: IconName
  /** Only the icon is seen. */
  isQuiet?: boolean
  testId?: string
  children: (close: () => void) => ComponentChildren
}

const gapPx = 4
const edgePx = 8
/** With less room below it opens above. */
const roomPx = 260

/** A button that opens a panel over everything else, beside the button; Escape and a press elsewhere close it. */
export function DeskMenu({ label, icon, isQuiet = false, testId, children }: DeskMenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        class={isQuiet ? 'tool-button' : 'button button-small'}
        popovertarget={id}
        title={isQuiet ? label : undefined}
        data-testid={testId}
        {...(isQuiet && { 'aria-label': label })}
      >
        {icon && <Icon name={icon} />}
        {!isQuiet && (
          <>
            {label} <Icon name="down" />
          </>
        )}
      </button>
      <div
        ref={panel}
        id={id}
        class="desk-menu"
        popover="auto"
        role="group"
        aria-label={label}
        onBeforeToggle={({ newState }) => {
          setOpen(newState === 'open')
          if (newState === 'open') placeBeside(panel.current, button.current)
        }}
        onToggle={({ newState }) => {
          if (newState === 'open')
            panel.current?.querySelector<HTMLElement>('button:not(:disabled), a, input')?.focus()
        }}
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </div>
    </>
  )
}

/** On the side of the button that has the room; the panel need not be there yet. */
function placeBeside(panel: HTMLElement | null, button: HTMLElement | null): void {
  if (!panel || !button) return
  const box = button.getBoundingClientRect()
  const isAbove = innerHeight - box.bottom < roomPx && box.top > innerHeight - box.bottom
  const isFromRight = box.left + box.width / 2 > innerWidth / 2
  const { style } = panel
  style.top = isAbove ? 'auto' : `${box.bottom + gapPx}px`
  style.bottom = isAbove ? `${innerHeight - box.top + gapPx}px` : 'auto'
  style.left = isFromRight ? 'auto' : `${Math.max(edgePx, box.left)}px`
  style.right = isFromRight ? `${Math.max(edgePx, innerWidth - box.right)}px` : 'auto'
  style.maxHeight = `${(isAbove ? box.top : innerHeight - box.bottom) - gapPx - edgePx}px`
}
