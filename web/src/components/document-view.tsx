import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type {
  Document,
  DocumentConcepts as DocumentConceptsResponse,
  Transcript as TranscriptResponse,
} from '../../../client/index.js'
import { useAnchor } from '../hooks/use-anchor.js'
import { useDocumentAddress } from '../hooks/use-document-address.js'
import { useDocumentConcepts } from '../hooks/use-document-concepts.js'
import { useNudge } from '../hooks/use-nudge.js'
import { useQuietNote } from '../hooks/use-quiet-note.js'
import { isReturning, useScrollMemory } from '../hooks/use-scroll-memory.js'
import { trackOf } from '../player-state.js'
import { offerTrack } from '../player.js'
import { shiftChapters, shiftCues } from '../shift-times.js'
import { listSpeakers, nextTurn } from '../speaker-turns.js'
import { findLineAt, readLines } from '../transcript-lines.js'
import type { DocumentAddress } from '../url-state.js'
import { ChapterList } from './chapter-list.js'
import { DocumentConcepts } from './concepts/document-concepts.js'
import { DocumentHeader } from './document-header.js'
import { DocumentLinks } from './document-links.js'
import { DocumentNotes } from './document-notes.js'
import { DocumentPlay } from './document-play.js'
import { DocumentSide } from './document-side.js'
import { QuietNoteLine } from './quiet-note-line.js'
import { ReadablePost } from './readable-post.js'
import { SaidTopics } from './said-topics.js'
import { SpeakerList } from './speaker-list.js'
import { TimingNote } from './timing-note.js'
import { Transcript, type TranscriptHandle } from './transcript.js'

interface DocumentViewProps {
  document: Document
  cues: TranscriptResponse['cues']
  opened: Required<DocumentAddress>
  /** Times were moved: gets the document with them; the transcript is to be read again. */
  onCorrected: (document: Document) => void
}

const noConcepts: DocumentConceptsResponse['concepts'] = []

export function DocumentView({ document: stored, cues, opened, onCorrected }: DocumentViewProps) {
  const { url } = useLocation()
  const isPost = stored.kind === 'post'
  const track = useMemo(() => trackOf(stored), [stored])
  const [address, changeAddress] = useDocumentAddress(opened)
  const { loaded, titles } = useDocumentConcepts(stored.id)
  const concepts = loaded.value?.concepts ?? noConcepts
  const [note, say] = useQuietNote()
  const handle = useRef<TranscriptHandle | null>(null)

  const keptMs = stored.corrections.offsetMs
  const nudge = useNudge(stored.id, keptMs, onCorrected)
  const byMs = nudge.offsetMs - keptMs
  const storedParagraphs = useMemo(() => read(cues, stored.chapters), [cues, stored.chapters])
  const shown = useMemo(() => ({ ...stored, chapters: shiftChapters(stored.chapters, byMs) }), [stored, byMs])
  const paragraphs = useMemo(
    () => (byMs === 0 ? storedParagraphs : read(shiftCues(cues, byMs), shown.chapters)),
    [storedParagraphs, cues, byMs],
  )
  const speakers = useMemo(() => listSpeakers(storedParagraphs), [storedParagraphs])
  useConceptsOfTimes(keptMs, loaded.reload)

  /** Asked before the scroll memory answers it by scrolling. */
  const wasLeft = useMemo(() => isReturning(), [])
  useScrollMemory(true, url)
  const anchor = useAnchor(wasLeft)
  const { startMs, endMs } = address
  const clip = useMemo(
    () => (startMs !== null && endMs !== null ? { startMs, endMs } : null),
    [startMs, endMs],
  )

  useEffect(() => {
    document.title = `${stored.title} · Cuepoint`
  }, [stored.title])
  useEffect(() => {
    // Who comes back finds the player as it was left.
    if (track) offerTrack(track, { startMs: wasLeft ? null : opened.startMs, endMs: opened.endMs })
  }, [stored.id])

  const isTimed = cues.some((cue) => cue.startMs !== null)
  return (
    <article class="document" data-kind={stored.kind}>
      <DocumentHeader document={stored} track={track}>
        <div class="document-listen">
          {track && (
            <DocumentPlay
              track={track}
              startMs={startMs}
              clip={clip}
              onLeaveClip={() => changeAddress({ endMs: null })}
            />
          )}
          {!isPost && <TimingNote document={stored} nudge={isTimed ? nudge : null} />}
        </div>
      </DocumentHeader>
      <aside
        class="document-aside"
        aria-label={isPost ? 'Sections' : 'Chapters, speakers and what the post says'}
      >
        <div class="side-scroll">
          <ChapterList
            document={shown}
            track={track}
            onGoTo={(atMs) => handle.current?.goToLine(lineAt(paragraphs, atMs))}
          />
          <SpeakerList
            speakers={speakers}
            onNextTurn={(speaker) => {
              const from = handle.current?.lastGoneTo() ?? -1
              handle.current?.goToLine(nextTurn(speaker, from))
            }}
          />
          {!isPost && <SaidTopics document={stored} />}
        </div>
      </aside>
      <aside class="document-ideas" aria-label="Concepts here, and where to go on">
        <div class="side-scroll">
          <DocumentConcepts document={shown} loaded={loaded} />
          <DocumentSide document={stored} at={{ startMs, anchor }} />
        </div>
      </aside>
      <div class="document-text">
        {isPost ? (
          <ReadablePost
            document={stored}
            concepts={concepts}
            titles={titles}
            address={address}
            onAddress={changeAddress}
            target={anchor}
            keepsPlace={wasLeft}
            say={say}
          />
        ) : paragraphs.length > 0 ? (
          <Transcript
            document={shown}
            track={track}
            paragraphs={paragraphs}
            storedParagraphs={storedParagraphs}
            concepts={concepts}
            titles={titles}
            address={address}
            onAddress={changeAddress}
            clip={clip}
            keepsPlace={wasLeft}
            say={say}
            handle={handle}
          />
        ) : (
          <p class="note">There is no transcript of this {stored.kind}.</p>
        )}
        <DocumentNotes document={stored} titles={titles} q={address.q} target={anchor} />
        <DocumentLinks links={stored.links} />
      </div>
      <QuietNoteLine note={note} />
    </article>
  )
}

/** Places of concepts are times, too: they are asked for again once the times were moved. */
function useConceptsOfTimes(offsetMs: number, reload: () => void): void {
  const known = useRef(offsetMs)
  useEffect(() => {
    if (known.current === offsetMs) return
    known.current = offsetMs
    reload()
  }, [offsetMs])
}

const read = (cues: TranscriptResponse['cues'], chapters: Document['chapters']) =>
  readLines(
    cues,
    chapters.map(({ startMs }) => startMs),
  )

const lineAt = (paragraphs: ReturnType<typeof readLines>, atMs: number): number =>
  Math.max(
    0,
    findLineAt(
      paragraphs.flatMap(({ lines }) => lines.map(({ startMs }) => startMs ?? Infinity)),
      atMs,
    ),
  )
