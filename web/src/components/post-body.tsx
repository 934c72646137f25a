import { useMemo } from 'preact/hooks'
import type { DocumentConceptsResponse } from '../../../src/api/schemas/concept.js'
import type { DocumentResponse } from '../../../src/api/schemas/document.js'
import { createNameFinder, type NameFinder } from '../concepts/name-marks.js'
import { namesOf } from '../concepts/place-names.js'
import { readParagraphs } from '../concepts/post-names.js'
import { sectionId } from '../hooks/use-anchor.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import { useMatchSteps } from '../hooks/use-match-steps.js'
import { findWordMarks, splitByMarks } from '../text-marks.js'
import { ConceptName } from './concepts/concept-name.js'
import { MarkedText } from './marked-text.js'

interface PostBodyProps {
  sections: DocumentResponse['sections']
  /** Those that the post mentions: their names become links. */
  concepts: DocumentConceptsResponse['concepts']
  titles: ConceptTitles
  q: string
}

export function PostBody({ sections, concepts, titles, q }: PostBodyProps) {
  useMatchSteps()
  const body = useMemo(() => {
    const findNames = createNameFinder(concepts.map(namesOf))
    return sections.map((section) => (
      <PostSection key={section.anchor} section={section} findNames={findNames} titles={titles} q={q} />
    ))
  }, [sections, concepts, titles, q])
  return <div class="post">{body}</div>
}

interface PostSectionProps {
  section: PostBodyProps['sections'][number]
  findNames: NameFinder
  titles: ConceptTitles
  q: string
}

function PostSection({ section: { anchor, heading, level, text }, findNames, titles, q }: PostSectionProps) {
  // The page's own title is its only first heading.
  const Heading = `h${Math.min(6, Math.max(2, level))}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  return (
    <section id={sectionId(anchor)} class="post-section">
      {heading !== '' && (
        <Heading dir="auto">
          <MarkedText parts={splitByMarks(heading, findWordMarks(heading, q))} />
        </Heading>
      )}
      {readParagraphs(text, findNames, q).map((pieces, index) => (
        <p key={index} dir="auto">
          {pieces.map(({ slug, parts }, position) =>
            slug === null ? (
              <MarkedText key={position} parts={parts} />
            ) : (
              <ConceptName key={position} slug={slug} titles={titles}>
                <MarkedText parts={parts} />
              </ConceptName>
            ),
          )}
        </p>
      ))}
    </section>
  )
}
