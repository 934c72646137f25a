import { useLocation } from 'preact-iso'
import type { ListedDocument } from '../../../../client/index.js'
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
  const path = libraryPath(state)
  const source = library.sources?.find(({ id }) => id === state.source)
  // What a pull brought in shows at once.
  const shown = source ? [source] : (library.sources ?? [])
  const version = shown.map(({ pulledAt, documents }) => `${pulledAt} ${documents}`).join()
  const { pages, isCurrent, waiting, error, retry, showMore } = usePages(
    `${path} ${version}`,
    async (cursor, signal) => {
      const { documents, ...page } = await findDocuments(toQuery(state, cursor), signal)
      return { ...page, items: documents }
    },
    keptPages,
  )
  const issues = useLoaded(`issues:${source?.id}:${source?.pulledAt}:${state.only}`, (signal) =>
    source && state.only === 'with-issues' ? listIssues(source.id, signal) : Promise.resolve({ issues: [] }),
  )
  useScrollMemory(isCurrent, path)

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
        <p class="result-line" role="status">
          {error === null && isCurrent && pages && describeDocuments(pages.total ?? 0, state)}{' '}
          <Spinner waiting={waiting} label="Loading" />
        </p>
        {error && <FailureNote title="The documents cannot be listed." error={error} retry={retry} />}
        {isCurrent && pages?.items.length === 0 && hasFilter(state) && (
          <p class="note">
            <a href={libraryPath({ ...documentsState, source: state.source })}>Show all documents</a>
          </p>
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
      </section>
    </>
  )
}

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
