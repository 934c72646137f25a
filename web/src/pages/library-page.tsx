import { useLocation } from 'preact-iso'
import { useEffect, useMemo } from 'preact/hooks'
import { DocumentsView } from '../components/library/documents-view.js'
import { SourcesView } from '../components/library/sources-view.js'
import { useLibrary } from '../hooks/use-library.js'
import { documentsState, libraryPath, readLibraryState, sourcesState } from '../library/library-state.js'
import { describeLibrary } from '../library/source-words.js'
import '../styles/library.css'

/** Sources with their pulls and what went wrong in them, and the documents that they brought. */
export function LibraryPage() {
  const { url } = useLocation()
  const state = useMemo(() => readLibraryState(new URL(url, location.origin).search), [url])
  const library = useLibrary()
  const source = library.sources?.find(({ id }) => id === state.source)
  const name = source && (source.title || source.location)
  useEffect(() => {
    document.title = name === undefined ? 'Library · Cuepoint' : `${name} · Library · Cuepoint`
  }, [name])

  return (
    <div class="page page-library">
      <div class="library-head">
        {state.source !== null && (
          <p class="crumb">
            <a href={libraryPath(sourcesState)}>Library</a>
          </p>
        )}
        <h1 dir="auto">{state.source === null ? 'Library' : (name ?? '\u00a0')}</h1>
        {state.source === null && (
          <>
            {library.sources?.length !== 0 && (
              <p class="dim library-line">{library.sources && describeLibrary(library.sources)}</p>
            )}
            <nav class="chips" aria-label="Library">
              <a
                class="chip"
                href={libraryPath(sourcesState)}
                {...(state.view === 'sources' && { 'aria-current': 'page' as const })}
              >
                Sources
              </a>
              <a
                class="chip"
                href={libraryPath(documentsState)}
                {...(state.view === 'documents' && { 'aria-current': 'page' as const })}
              >
                Documents
              </a>
            </nav>
          </>
        )}
      </div>
      {state.view === 'sources' ? (
        <SourcesView library={library} />
      ) : (
        <DocumentsView state={state} library={library} />
      )}
    </div>
  )
}
