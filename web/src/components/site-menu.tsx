import { useRef } from 'preact/hooks'
import { Icon } from './icon.js'
import { ThemeChoice } from './theme-choice.js'

/** What is not needed at every moment; on a phone also the ways to the other pages. */
export function SiteMenu({ onHelp }: { onHelp: () => void }) {
  const menu = useRef<HTMLDivElement>(null)
  const close = () => menu.current?.hidePopover()
  return (
    <>
      <button type="button" class="nav-link" aria-label="Menu" popovertarget="site-menu">
        <Icon name="menu" />
      </button>
      <div ref={menu} id="site-menu" class="site-menu" popover="auto">
        <nav class="narrow-only" aria-label="Pages, in the menu">
          <a class="menu-item" href="/concepts" onClick={close}>
            <Icon name="concept" />
            Concepts
          </a>
          <a class="menu-item" href="/desk" onClick={close}>
            <Icon name="clips" />
            Desk
          </a>
          <a class="menu-item" href="/library" onClick={close}>
            <Icon name="library" />
            Library
          </a>
        </nav>
        <ThemeChoice />
        <button
          type="button"
          class="menu-item"
          onClick={() => {
            close()
            onHelp()
          }}
        >
          <kbd aria-hidden="true">?</kbd>
          Keyboard shortcuts
        </button>
      </div>
    </>
  )
}
