import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import { AddDialogHost } from './components/add-dialog-host.js'
import { Dock } from './components/dock.js'
import { HelpDialog } from './components/help-dialog.js'
import { NoticeLine } from './components/notice-line.js'
import { TokenDialog } from './components/token-dialog.js'
import { SiteHeader } from './components/site-header.js'
import { useShownAddress } from './hooks/use-scroll-memory.js'
import { useShortcuts } from './hooks/use-shortcuts.js'
import { lazyPage } from './lazy-page.js'
import { DocumentPage } from './pages/document-page.js'
import { MissingPage } from './pages/missing-page.js'
import { SearchPage } from './pages/search-page.js'
import { seekBy, togglePlaying, readPlayer } from './player.js'

const seekStepMs = 5000

const LibraryPage = lazyPage(async () => (await import('./pages/library-page.js')).LibraryPage)
const DeskPage = lazyPage(async () => (await import('./pages/desk-page.js')).DeskPage)
const ConceptListPage = lazyPage(async () => (await import('./pages/concept-pages.js')).ConceptListPage)
const ConceptPage = lazyPage(async () => (await import('./pages/concept-pages.js')).ConceptPage)
const ConceptMapPage = lazyPage(async () => (await import('./pages/concept-map-page.js')).ConceptMapPage)

/** A new page is read from its beginning, also by those who hear it. */
function useFocusOnPageChange(path: string): void {
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [path])
}

/** The frame around every page: header, page, and the dock with what is running and playing. */
export function App() {
  return (
    <LocationProvider>
      <Frame />
    </LocationProvider>
  )
}

function Frame() {
  const { url, path } = useLocation()
  useShownAddress(url)
  useFocusOnPageChange(path)
  const [helpOpen, setHelpOpen] = useState(false)
  /** Without something to play the keys are the browser's. */
  const withTrack = (act: () => void) => () => (readPlayer().track ? act() : false)
  useShortcuts({
    ' ': withTrack(togglePlaying),
    ArrowLeft: withTrack(() => seekBy(-seekStepMs)),
    ArrowRight: withTrack(() => seekBy(seekStepMs)),
    '?': () => setHelpOpen((open) => !open),
  })
  return (
    <>
      <a class="skip-link" href="#main">
        Skip to the text
      </a>
      <SiteHeader onHelp={() => setHelpOpen(true)} />
      <main id="main" tabIndex={-1}>
        <Router>
          <Route path="/" component={SearchPage} />
          <Route path="/d/:id" component={DocumentPage} />
          <Route path="/concepts" component={ConceptListPage} />
          <Route path="/concepts/map" component={ConceptMapPage} />
          <Route path="/concepts/:slug" component={ConceptPage} />
          <Route path="/desk" component={DeskPage} />
          <Route path="/library" component={LibraryPage} />
          <Route default component={MissingPage} />
        </Router>
      </main>
      <Dock />
      <NoticeLine />
      <AddDialogHost />
      <TokenDialog />
      <HelpDialog open={helpOpen} onClose={() => setHelpOpen(false)} />
    </>
  )
}
