import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import type { PostPiece } from '../post-pieces.js'
import { ConceptName } from './concepts/concept-name.js'
import { MarkedText } from './marked-text.js'

/** Text with its author's links and our concepts. */
export function PostText({ pieces, titles }: { pieces: readonly PostPiece[]; titles: ConceptTitles }) {
  return (
    <>
      {pieces.map(({ url, slug, parts }, index) => {
        const text = <MarkedText key={index} parts={parts} />
        if (url !== null)
          return (
            <a key={index} href={url} target="_blank" rel="noopener noreferrer">
              {text}
            </a>
          )
        if (slug === null) return text
        return (
          <ConceptName key={index} slug={slug} titles={titles}>
            {text}
          </ConceptName>
        )
      })}
    </>
  )
}
