import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Alignment, Document, DocumentSummary } from '../../../client/index.js'
import { alignedChaptersUrl, listPartners } from '../alignment-api.js'
import { useAlignment } from '../hooks/use-alignment.js'
import { usePlayer } from '../hooks/use-player.js'
import { findSaidAt, listSaidTopics } from '../said-places.js'
import { showInside } from '../show-inside.js'
import { documentPath } from '../url-state.js'
import { countOf } from '../words.js'
import { FailureNote } from './failure-note.js'
import { SaidTime } from './said-time.js'
import { Spinner } from './spinner.js'

/** As document.css: from here on it stands in a column of its own. */
const wide = '(min-width: 68rem)'

/** Beside a recording: what its post writes about, when it is said, and the way to where it is written. */
export function SaidTopics({ document }: { document: Document }) {
  const posts = useMemo(() => listPartners(document), [document.companions])
  const [isOpen, setOpen] = useState(() => matchMedia(wide).matches)
  const [post] = posts
  if (!post) return null
  return (
    <details
      class="chapters"
      open={isOpen}
      data-testid="said-topics"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>In the post</summary>
      {isOpen && <Topics document={document} post={post} />}
    </details>
  )
}

function Topics({ document, post }: { document: Document; post: DocumentSummary }) {
  const { value, error, reload } = useAlignment(document.id, post.id, document.corrections.offsetMs)
  if (error) return <FailureNote title="This cannot be told now." error={error} retry={reload} />
  if (value === null) return <Spinner waiting label="Looking" />
  const path = (anchor: string | null) => documentPath({ id: post.id, startMs: null, anchor, q: '' })
  return (
    <>
      <p class="small said-post">
        <a href={path(null)} dir="auto">
          {post.title}
        </a>
      </p>
      {value === 'silent' ? (
        <p class="dim small">Without a transcript nobody can tell what of it is said here.</p>
      ) : (
        <PlacedTopics document={document} topics={value.topics} postId={post.id} path={path} />
      )}
    </>
  )
}

interface PlacedTopicsProps {
  document: Document
  topics: Alignment['topics']
  postId: string
  path: (anchor: string) => string
}

function PlacedTopics({ document, topics, postId, path }: PlacedTopicsProps) {
  const list = useRef<HTMLOListElement>(null)
  const said = useMemo(() => listSaidTopics(topics), [topics])
  const missing = topics.filter(({ title, passageId }) => title !== '' && passageId === null).length
  const isTimed = said.some(({ place }) => place !== null)
  const current = usePlayer(({ track, positionMs, phase }) =>
    track?.documentId === document.id && (phase !== 'cued' || positionMs > 0)
      ? findSaidAt(said, positionMs)
      : -1,
  )
  useLayoutEffect(() => {
    // The publisher's chapters, where there are some, are what the column follows.
    if (document.chapters.length === 0)
      showInside(list.current?.closest('.side-scroll') ?? null, list.current, current)
  }, [current])
  return (
    <>
      <ol ref={list} class="said-topics">
        {said.map(({ title, anchor, place }, index) => (
          <li key={index} {...(index === current && { 'data-now': true })}>
            {place && <SaidTime recording={document} place={place} quiet />}
            <a
              class="chapter"
              href={path(anchor)}
              dir="auto"
              {...(index === current && { 'aria-current': 'true' as const })}
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
      {missing > 0 && (
        <p class="dim small">
          {said.length === 0
            ? 'Nothing of it was found in what is said here.'
            : `${countOf(missing, 'part')} of the post ${missing === 1 ? 'was' : 'were'} not found here.`}
        </p>
      )}
      {isTimed && (
        <p class="small">
          <a class="said-file" href={alignedChaptersUrl(document.id, postId)} download="chapters.json">
            Take these as a chapters file
          </a>
        </p>
      )}
    </>
  )
}
