import { useMemo } from 'preact/hooks'
import type { Concept } from '../../../../client/index.js'
import { DocumentRow } from '../document-row.js'
import { LimitedList } from '../limited-list.js'

const shownAtFirst = 5

/** What there is to read about it: the posts that explain it most first. */
export function ConceptPosts({ timeline }: { timeline: Concept['timeline'] }) {
  const posts = useMemo(
    () =>
      timeline
        .filter(({ document }) => document.kind === 'post')
        .sort((a, b) => b.best.strength - a.best.strength || b.passages - a.passages),
    [timeline],
  )
  if (posts.length === 0) return null
  return (
    <section class="posts">
      <h2>Posts</h2>
      <LimitedList items={posts} limit={shownAtFirst} noun="post">
        {({ document }) => <DocumentRow key={document.id} document={document} />}
      </LimitedList>
    </section>
  )
}
