import { useMemo } from 'preact/hooks'
import type { DocumentResponse } from '../../../src/api/schemas/document.js'
import { sectionId } from '../hooks/use-anchor.js'
import { useMatchSteps } from '../hooks/use-match-steps.js'
import { findWordMarks, splitByMarks } from '../text-marks.js'
import { MarkedText } from './marked-text.js'

interface PostBodyProps {
  sections: DocumentResponse['sections']
  q: string
}

export function PostBody({ sections, q }: PostBodyProps) {
  useMatchSteps()
  const body = useMemo(
    () => sections.map((section) => <PostSection key={section.anchor} section={section} q={q} />),
    [sections, q],
  )
  return <div class="post">{body}</div>
}

function PostSection({
  section: { anchor, heading, level, text },
  q,
}: {
  section: PostBodyProps['sections'][number]
  q: string
}) {
  // The page's own title is its only first heading.
  const Heading = `h${Math.min(6, Math.max(2, level))}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  return (
    <section id={sectionId(anchor)} class="post-section">
      {heading !== '' && <Heading dir="auto">{<Marked text={heading} q={q} />}</Heading>}
      {text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, index) => (
          <p key={index} dir="auto">
            <Marked text={paragraph} q={q} />
          </p>
        ))}
    </section>
  )
}

function Marked({ text, q }: { text: string; q: string }) {
  return <MarkedText parts={splitByMarks(text, findWordMarks(text, q))} />
}
