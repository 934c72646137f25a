import { useLocation } from 'preact-iso'
import { Icon } from './icon.js'
import { SearchField } from './search-field.js'
import { SiteMenu } from './site-menu.js'

export function SiteHeader({ onHelp }: { onHelp: () => void }) {
  const { path } = useLocation()
  const isConcepts = path === '/concepts' || path.startsWith('/concepts/')
  const isDesk = path === '/desk'
  return (
    <header class="site-header" data-wide={isDesk}>
      <a class="brand" href="/" aria-label="Cuepoint, start page">
        <span class="brand-mark" aria-hidden="true" />
        <span class="brand-name narrow-hidden">Cuepoint</span>
      </a>
      {/* The desk has it in a column of its own. */}
      {isDesk ? <span class="header-room" /> : <SearchField />}
      <nav class="wide-only" aria-label="Pages">
        <a
          class="nav-link"
          href="/concepts"
          {...(isConcepts && {
            'aria-current': path === '/concepts' ? ('page' as const) : ('true' as const),
          })}
        >
          <Icon name="concept" />
          <span class="nav-word">Concepts</span>
        </a>
        <a class="nav-link" href="/desk" {...(isDesk && { 'aria-current': 'page' as const })}>
          <Icon name="clips" />
          <span class="nav-word">Desk</span>
        </a>
        <a class="nav-link" href="/library" {...(path === '/library' && { 'aria-current': 'page' as const })}>
          <Icon name="library" />
          <span class="nav-word">Library</span>
        </a>
      </nav>
      <SiteMenu onHelp={onHelp} />
    </header>
  )
}
