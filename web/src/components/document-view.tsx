import { useEffect, useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { DocumentConceptsResponse } from '../../../src/api/schemas/concept.js'
import type { DocumentResponse, TranscriptResponse } from '../../../src/api/schemas/document.js'
import { useDocumentConcepts } from '../hooks/use-document-concepts.js'
import { sectionId, useAnchor } from '../hooks/use-anchor.js'
import { isReturning, useScrollMemory } from '../hooks/use-scroll-memory.js'
import { isActive, trackOf } from '../player-state.js'
import { cueAt, readPlayer } from '../player.js'
import { readLines } from '../transcript-lines.js'
import { DocumentConcepts } from './concepts/document-concepts.js'
import { ChapterList } from './chapter-list.js'
import { DocumentCompanions } from './document-companions.js'
import { DocumentHeader } from './document-header.js'
import { DocumentLinks } from './document-links.js'
import { PostBody } from './post-body.js'
import { Transcript } from './transcript.js'

interface DocumentViewProps {
  document: DocumentResponse
  cues: TranscriptResponse['cues']
  /** Where the address says to begin. */
  startMs: number | null
  /** The query that led here. */
  q: string
}

const noConcepts: DocumentConceptsResponse['concepts'] = []

export function DocumentView({ document: shown, cues, startMs, q }: DocumentViewProps) {
  const { url } = useLocation()
  const track = useMemo(() => trackOf(shown), [shown])
  const { loaded, titles } = useDocumentConcepts(shown.id)
  const concepts = loaded.value?.concepts ?? noConcepts
  const paragraphs = useMemo(
    () =>
      readLines(
        cues,
        shown.chapters.map((each) => each.startMs),
      ),
    [cues, shown.chapters],
  )
  /** Asked before the scroll memory answers it by scrolling. */
  const wasLeft = useMemo(() => isReturning(), [])
  useScrollMemory(true, url)
  useAnchor(wasLeft)

  useEffect(() => {
    document.title = `${shown.title} · Cuepoint`
  }, [shown.title])

  useEffect(() => {
    const player = readPlayer()
    // What is playing goes on; the press that opened this page may have started it already.
    if (!track || isActive(player)) return
    const isOther = player.track?.documentId !== track.documentId
    if (isOther || (startMs !== null && !wasLeft)) cueAt(track, startMs ?? 0)
  }, [track, startMs])

  const isPost = shown.kind === 'post'
  /** Of a page whose notes have headings of their own; the others are the description. */
  const furtherNotes = isPost ? [] : shown.sections.filter(({ anchor }) => anchor !== 'notes')
  return (
    <article class="document" data-kind={shown.kind}>
      <DocumentHeader document={shown} track={track} startMs={startMs} />
      <aside class="document-aside" aria-label={isPost ? 'Sections' : 'Chapters'}>
        <ChapterList document={shown} track={track} />
      </aside>
      <aside class="document-ideas" aria-label="Concepts here">
        <DocumentConcepts document={shown} loaded={loaded} />
      </aside>
      <div class="document-text">
        {isPost ? (
          <PostBody sections={shown.sections} concepts={concepts} titles={titles} q={q} />
        ) : paragraphs.length > 0 ? (
          <Transcript
            documentId={shown.id}
            track={track}
            paragraphs={paragraphs}
            chapters={shown.chapters}
            concepts={concepts}
            titles={titles}
            q={q}
            openedAtMs={startMs}
            keepsPlace={wasLeft}
          />
        ) : (
          <p class="note">There is no transcript of this {shown.kind}.</p>
        )}
        {shown.description !== '' && (
          <section class="show-notes" id={sectionId('notes')}>
            <h2>{isPost ? 'Abstract' : 'Show notes'}</h2>
            {shown.description.split(/\n\s*\n/).map((paragraph, index) => (
              <p key={index} dir="auto">
                {paragraph}
              </p>
            ))}
          </section>
        )}
        {furtherNotes.length > 0 && (
          <PostBody sections={furtherNotes} concepts={noConcepts} titles={titles} q={q} />
        )}
        <DocumentCompanions companions={shown.companions} isPost={isPost} />
        <DocumentLinks links={shown.links} />
      </div>
    </article>
  )
}
