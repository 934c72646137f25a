import { useLocation } from 'preact-iso'
import { Icon } from './icon.js'
import { SearchField } from './search-field.js'

export function SiteHeader({ onHelp }: { onHelp: () => void }) {
  const { path } = useLocation()
  const isConcepts = path === '/concepts' || path.startsWith('/concepts/')
  return (
    <header class="site-header">
      <a class="brand" href="/" aria-label="Cuepoint, start page">
        <span class="brand-mark" aria-hidden="true" />
        <span class="brand-name narrow-hidden">Cuepoint</span>
      </a>
      <SearchField />
      <nav aria-label="Pages">
        <a
          class="nav-link"
          href="/concepts"
          {...(isConcepts && {
            'aria-current': path === '/concepts' ? ('page' as const) : ('true' as const),
          })}
        >
          <Icon name="concept" />
          <span class="nav-word narrow-hidden">Concepts</span>
        </a>
        <a class="nav-link" href="/library" {...(path === '/library' && { 'aria-current': 'page' as const })}>
          <Icon name="library" />
          <span class="nav-word narrow-hidden">Library</span>
        </a>
        <button type="button" class="nav-link nav-help" aria-label="Keyboard shortcuts" onClick={onHelp}>
          ?
        </button>
      </nav>
    </header>
  )
}
