import { listConceptDocuments } from '../../concepts-api.js'
import { keptConceptDocuments } from '../../concepts/kept-concepts.js'
import { usePages } from '../../hooks/use-pages.js'
import { DocumentRow } from '../document-row.js'
import { PagedList } from '../paged-list.js'

const pageSize = 5

/** What there is to read about it: the posts that explain it most first. */
export function ConceptPosts({ slug }: { slug: string }) {
  const view = usePages(
    `${slug}:posts`,
    async (cursor, signal) => {
      const query = { kind: 'post' as const, limit: pageSize, ...(cursor !== null && { cursor }) }
      const { documents, ...page } = await listConceptDocuments(slug, query, signal)
      return { items: documents, ...page }
    },
    keptConceptDocuments,
  )
  return (
    <section class="posts">
      <h2>Posts</h2>
      <PagedList view={view} nouns="posts">
        {(items) => (
          <ul>
            {items.map(({ document }) => (
              <DocumentRow key={document.id} document={document} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  )
}
