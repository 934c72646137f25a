import type { Document, DocumentConcepts } from '../../../client/index.js'
import { sectionId } from '../hooks/use-anchor.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import { PostBody } from './post-body.js'

interface DocumentNotesProps {
  document: Pick<Document, 'kind' | 'description' | 'sections'>
  titles: ConceptTitles
  q: string
  target: string | null
}

const noConcepts: DocumentConcepts['concepts'] = []

/** What the publisher wrote about it: the abstract of a post, the notes of a recording. */
export function DocumentNotes({ document, titles, q, target }: DocumentNotesProps) {
  const { kind, description, sections } = document
  const isPost = kind === 'post'
  /** Of a page whose notes have headings of their own; the others are the description. */
  const furtherNotes = isPost ? [] : sections.filter(({ anchor }) => anchor !== 'notes')
  return (
    <>
      {description !== '' && (
        <section class="show-notes" id={sectionId('notes')}>
          <h2>{isPost ? 'Abstract' : 'Show notes'}</h2>
          {description.split(/\n\s*\n/).map((paragraph, index) => (
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        </section>
      )}
      {furtherNotes.length > 0 && (
        <PostBody sections={furtherNotes} concepts={noConcepts} titles={titles} q={q} target={target} />
      )}
    </>
  )
}
