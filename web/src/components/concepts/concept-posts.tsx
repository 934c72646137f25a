import { useConceptDocuments } from '../../hooks/use-concept-documents.js'
import { DocumentRow } from '../document-row.js'
import { PagedList } from '../paged-list.js'

const pageSize = 5

/** What there is to read about it: the posts that explain it most first. */
export function ConceptPosts({ slug }: { slug: string }) {
  const view = useConceptDocuments(slug, { kind: 'post', order: 'best', limit: pageSize })
  return (
    <section class="posts">
      <h2>Posts</h2>
      <PagedList view={view} nouns="posts">
        {(items) => (
          <ul>
            {items.map(({ document, best }) => (
              <DocumentRow key={document.id} document={document} anchor={best.anchor} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  )
}
