import { useEffect, useRef } from 'preact/hooks'

/** Key (as in KeyboardEvent.key) → what it does; a handler that answers `false` leaves the key to the browser. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => unknown>

const typingFields = 'input, textarea, select, [contenteditable]'

/** Keys for the whole page while the component is shown; not while typing, nor with Ctrl, Alt or Meta held. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isForTarget(event))
        return
      if (Object.hasOwn(latest.current, event.key) && latest.current[event.key]?.(event) !== false)
        event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Whether what has the focus has its own use for the key. */
function isForTarget({ key }: KeyboardEvent): boolean {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement)) return false
  if (focused.matches(typingFields)) return true
  if (focused.closest('dialog[open]')) return key !== '?'
  const isControl = focused.localName.startsWith('media-')
  if (key === ' ') return isControl || focused.matches('button, summary')
  return key.startsWith('Arrow') && isControl
}
