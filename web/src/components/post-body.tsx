import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks'
import type { DocumentResponse } from '../../../src/api/schemas/document.js'
import { useMatchSteps } from '../hooks/use-match-steps.js'
import { findWordMarks, splitByMarks } from '../text-marks.js'
import { readAnchor } from '../url-state.js'
import { MarkedText } from './marked-text.js'

interface PostBodyProps {
  sections: DocumentResponse['sections']
  q: string
  /** The reader comes back: the page is where it was left. */
  keepsPlace: boolean
}

/** Anchors are the publisher's; ours are apart from them. */
export const sectionId = (anchor: string): string => `section-${anchor}`

export function PostBody({ sections, q, keepsPlace }: PostBodyProps) {
  useMatchSteps()
  const body = useMemo(
    () => sections.map((section) => <PostSection key={section.anchor} section={section} q={q} />),
    [sections, q],
  )
  useLayoutEffect(() => {
    if (!keepsPlace) goToAnchor()
  }, [])
  useEffect(() => {
    addEventListener('hashchange', goToAnchor)
    return () => removeEventListener('hashchange', goToAnchor)
  }, [])
  return <div class="post">{body}</div>
}

function goToAnchor(): void {
  const anchor = readAnchor(location.hash)
  if (anchor !== null) document.getElementById(sectionId(anchor))?.scrollIntoView()
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
