import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { ListedDocument, Source } from '../../../../client/index.js'
import type { Library } from '../../hooks/use-library.js'
import { Kept, useLoaded } from '../../hooks/use-loaded.js'
import { usePages, type Pages } from '../../hooks/use-pages.js'
import { useScrollMemory } from '../../hooks/use-scroll-memory.js'
import { findDocuments, listIssues } from '../../library-api.js'
import { describeDocuments } from '../../library/document-words.js'
import { isAbout } from '../../library/issue-words.js'
import { documentsState, libraryPath, sourcesState, type LibraryState } from '../../library/library-state.js'
import { FailureNote } from '../failure-note.js'
import { Spinner } from '../spinner.js'
import { DocumentFilters } from './document-filters.js'
import { ListedDocumentRow } from './listed-document.js'
import { SourceCard } from './source-card.js'

const pageSize = 40
const keptPages = new Kept<Pages<ListedDocument>>()

/** All documents, or those of one source below what is known of it. */
export function DocumentsView({ state, library }: { state: LibraryState; library: Library }) {
  const { route } = useLocation()
  const source = library.sources?.find(({ id }) => id === state.source)

  if (state.source !== null && library.sources !== null && !source)
    return (
      <div class="note">
        <p>This source is not in the library any more.</p>
        <p>
          <a href={libraryPath(sourcesState)}>All sources</a>
        </p>
      </div>
    )
  return (
    <>
      {source && (
        <SourceCard
          key={source.id}
          source={source}
          library={library}
          isAlone
          onRemoved={() => {
            library.refresh()
            route(libraryPath(sourcesState))
          }}
        />
      )}
      <section class="documents" aria-label="Documents">
        <DocumentFilters state={state} sources={library.sources ?? []} />
        {library.sources ? (
          <DocumentList state={state} sources={source ? [source] : library.sources} />
        ) : library.error ? (
          <FailureNote title="The sources cannot be listed." error={library.error} retry={library.refresh} />
        ) : (
          <Spinner waiting label="Loading" />
        )}
      </section>
    </>
  )
}

interface DocumentListProps {
  state: LibraryState
  /** Those whose documents are listed. */
  sources: readonly Source[]
}

/** The list stays as it was read: what a pull brings in is offered, as it would take away what was unfolded. */
function DocumentList({ state, sources }: DocumentListProps) {
  const path = libraryPath(state)
  const version = describeVersion(sources, state)
  const { pages, isCurrent, waiting, error, reload, retry, showMore } = usePages(
    path,
    async (cursor, signal) => {
      const { documents, ...page } = await findDocuments(toQuery(state, cursor), signal)
      return { ...page, items: documents, ...(cursor === null && { version }) }
    },
    keptPages,
  )
  const [source] = state.source === null ? [] : sources
  const issues = useLoaded(`issues:${source?.id}:${source?.pulledAt}:${state.only}`, (signal) =>
    source && state.only === 'with-issues'
      ? listIssues(source.id, null, signal)
      : Promise.resolve({ issues: [] }),
  )
  useScrollMemory(isCurrent, path)
  const isOutdated = isCurrent && pages !== null && pages.version !== version
  const isEmpty = isCurrent && pages?.items.length === 0
  useEffect(() => {
    // An empty list has no place to lose.
    if (isOutdated && isEmpty) reload()
  }, [isOutdated, isEmpty, version])

  return (
    <>
      <p class="result-line" role="status">
        {error === null && isCurrent && pages && describeDocuments(pages.total ?? 0, state)}{' '}
        <Spinner waiting={waiting} label="Loading" />
      </p>
      {error && <FailureNote title="The documents cannot be listed." error={error} retry={retry} />}
      {isEmpty && hasFilter(state) && (
        <p class="note">
          <a href={libraryPath({ ...documentsState, source: state.source })}>Show all documents</a>
        </p>
      )}
      {isOutdated && !isEmpty && (
        <button type="button" class="button show-more" disabled={waiting} onClick={reload}>
          {state.only === null ? 'New documents: show' : 'The list has changed: show'}
        </button>
      )}
      <ul class="document-list" data-stale={!isCurrent}>
        {pages?.items.map((document) => (
          <ListedDocumentRow
            key={document.id}
            document={document}
            showsSource={state.source === null}
            issues={issues.value?.issues.filter((issue) => isAbout(document.title, issue)) ?? []}
          />
        ))}
      </ul>
      {isCurrent && pages && pages.next !== null && (
        <button type="button" class="button show-more" disabled={waiting} onClick={showMore}>
          Show more documents
        </button>
      )}
    </>
  )
}

/** What the list depends on, as far as its sources tell; most pulls leave it as it is. */
const describeVersion = (sources: readonly Source[], { only }: LibraryState): string =>
  sources
    .map(({ id, documents, withoutTranscript, issues }) =>
      [
        id,
        documents,
        ...(only === null ? [] : [withoutTranscript, ...issues.map(({ code, count }) => `${code} ${count}`)]),
      ].join(' '),
    )
    .join()

const hasFilter = ({ kind, only, q }: LibraryState): boolean => kind !== null || only !== null || q !== ''

const toQuery = ({ source, kind, only, sort, q }: LibraryState, cursor: string | null) => ({
  limit: pageSize,
  sort,
  ...(source && { source }),
  ...(kind && { kind }),
  ...(only && { only }),
  ...(q && { q }),
  ...(cursor && { cursor }),
})
