import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { Concept } from '../../../../client/index.js'
import { useScrollMemory } from '../../hooks/use-scroll-memory.js'
import { DocumentLinks } from '../document-links.js'
import { ConceptDocuments } from './concept-documents.js'
import { ConceptHeader } from './concept-header.js'
import { ConceptPosts } from './concept-posts.js'
import { ConceptRing } from './concept-ring.js'
import { EditNames } from './edit-names.js'
import { MentionTimeline } from './mention-timeline.js'
import { Prerequisites } from './prerequisites.js'
import { RelatedConcepts } from './related-concepts.js'
import { Statements } from './statement.js'

/** All that the library knows of one idea. */
export function ConceptView({ concept, reload }: { concept: Concept; reload: () => void }) {
  const { url } = useLocation()
  // An edit of the names changes what mentions it: all that was asked for is asked for again.
  const names = [concept.name, ...concept.aliases].join('\n')
  const hasPosts = concept.timeline.some(({ kind }) => kind === 'post')
  const hasMap = !concept.hidden && concept.related.length > 0
  useScrollMemory(true, url)
  useEffect(() => {
    document.title = `${concept.name} · Cuepoint`
  }, [concept.name])

  return (
    <article class="concept">
      <ConceptHeader concept={concept} />
      <div class="concept-main">
        <Statements title="Said in other words" places={concept.definitions.slice(1)} />
        {concept.timeline.length > 0 ? (
          <section key={names} aria-labelledby="mentions-title">
            <h2 id="mentions-title">Where it is mentioned</h2>
            <MentionTimeline concept={concept} />
            <ConceptDocuments concept={concept} />
          </section>
        ) : (
          <p class="note">Nothing in the library mentions it any more.</p>
        )}
        <EditNames concept={concept} reload={reload} />
      </div>
      <aside class="concept-aside" aria-label="Related">
        <Prerequisites concept={concept} />
        {hasMap && <ConceptRing slug={concept.slug} name={concept.name} />}
        <RelatedConcepts related={concept.related} />
        {hasPosts && <ConceptPosts key={names} slug={concept.slug} />}
        <DocumentLinks links={concept.links} />
      </aside>
    </article>
  )
}
