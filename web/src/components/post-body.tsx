import { useMemo } from 'preact/hooks'
import type { Document, DocumentConcepts } from '../../../client/index.js'
import { createNameFinder, type NameFinder, type NameMark } from '../concepts/name-marks.js'
import { namesOf } from '../concepts/place-names.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import { readPostBlocks, textsOf } from '../post-blocks.js'
import { cutPostText, placeLinks } from '../post-pieces.js'
import { PostSection, type ReadSection } from './post-section.js'
import type { SaidHere } from './said-beside.js'

interface PostBodyProps {
  sections: Document['sections']
  /** Those that the post mentions: their names become links. */
  concepts: DocumentConcepts['concepts']
  titles: ConceptTitles
  q: string
  /** The section that the address names; null for none. */
  target: string | null
  /** Where it is said; null for what no recording belongs to. */
  said?: SaidHere | null
}

/** A post, or the notes of a recording, in their sections. */
export function PostBody({ sections, concepts, titles, q, target, said = null }: PostBodyProps) {
  const read = useMemo(() => readSections(sections, concepts, q), [sections, concepts, q])
  return (
    <div class="post">
      {read.map((section) => (
        <PostSection
          key={section.anchor}
          section={section}
          titles={titles}
          q={q}
          isTarget={section.anchor === target}
          said={said}
        />
      ))}
    </div>
  )
}

/** Every text of the sections, in the order of the page: what is found in them is found by their indexes. */
export const textsOfSections = (sections: Document['sections']): string[] =>
  sections.flatMap((section) => readPostBlocks(section).flatMap(textsOf))

function readSections(
  sections: Document['sections'],
  concepts: DocumentConcepts['concepts'],
  q: string,
): ReadSection[] {
  const findNames = createNameFinder(concepts.map(namesOf))
  let firstText = 0
  return sections.map((section) => {
    const blocks = readPostBlocks(section)
    const texts = blocks.flatMap(textsOf)
    const { inTexts, leftOver } = placeLinks(texts, section.links)
    const findNew = onceEach(findNames)
    const read: ReadSection = {
      anchor: section.anchor,
      heading: section.heading,
      level: section.level,
      blocks,
      pieces: texts.map((text, index) => cutPostText(text, inTexts[index] ?? [], findNew, q)),
      links: leftOver,
      firstText,
    }
    firstText += texts.length
    return read
  })
}

/** A concept is marked where a section first names it. */
function onceEach(findNames: NameFinder): NameFinder {
  const seen = new Set<string>()
  return (text): NameMark[] =>
    findNames(text).filter(({ slug }) => {
      const isFirst = !seen.has(slug)
      seen.add(slug)
      return isFirst
    })
}
