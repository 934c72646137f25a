import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.js'

interface FilterMenuProps {
  name: string
  /** Of what is chosen; null for any. */
  chosen: string | null
  children: (close: () => void) => ComponentChildren
}

/** A button that opens a panel of choices; Escape, a press elsewhere and leaving it by keyboard close it. */
export function FilterMenu({ name, chosen, children }: FilterMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  useEffect(() => {
    if (!isOpen) return
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) close()
    }
    addEventListener('pointerdown', onPress)
    addEventListener('focusin', onPress)
    return () => {
      removeEventListener('pointerdown', onPress)
      removeEventListener('focusin', onPress)
    }
  }, [isOpen])
  const panelId = `filter-${name.toLowerCase()}`
  return (
    <div
      ref={menu}
      class="menu-place"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.preventDefault()
        close()
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        class="menu"
        data-set={chosen !== null}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="menu-name">{name}</span>
        {chosen !== null && (
          <span class="visually-hidden">
            : <bdi>{chosen}</bdi>
          </span>
        )}
        <Icon name="down" />
      </button>
      <div id={panelId} class="menu-panel" role="group" aria-label={name} hidden={!isOpen}>
        {isOpen && children(close)}
      </div>
    </div>
  )
}
