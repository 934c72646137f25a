import type { DocumentResponse } from '../../../src/api/schemas/document.js'
import { formatClock } from '../../../src/domain/time.js'
import { usePlayer } from '../hooks/use-player.js'
import { hostName, webAddress, youtubeVideoId } from '../outside-links.js'
import { isActive, type Track } from '../player-state.js'
import { playFrom, readPlayer, togglePlaying } from '../player.js'
import { formatDate, formatLength, formatRating } from '../words.js'
import { Icon, KindLabel } from './icon.js'
import { YoutubeEmbed } from './youtube-embed.js'

interface DocumentHeaderProps {
  document: DocumentResponse
  track: Track | null
  startMs: number | null
}

export function DocumentHeader({ document, track, startMs }: DocumentHeaderProps) {
  const publisherUrl = webAddress(document.url)
  const details = [
    document.sourceTitle,
    formatDate(document.publishedAt),
    document.durationMs === null ? '' : formatLength(document.durationMs),
    document.series
      ? `${document.series.title}${document.series.part === null ? '' : `, part ${document.series.part}`}`
      : '',
    document.rating ? formatRating(document.rating) : '',
  ]
  const people = document.people.map(({ name, role }) => (role === '' ? name : `${name} (${role})`))
  return (
    <header class="document-header">
      <h1 dir="auto">{document.title}</h1>
      <p class="hit-line">
        <KindLabel kind={document.kind} />
        {details
          .filter((detail) => detail !== '')
          .map((detail) => (
            <span key={detail} class="detail" dir="auto">
              {detail}
            </span>
          ))}
        {publisherUrl && (
          <a class="detail outside" href={publisherUrl} target="_blank" rel="noopener noreferrer">
            {hostName(publisherUrl)} <Icon name="outside" />
          </a>
        )}
      </p>
      {people.length > 0 && (
        <p class="people" dir="auto">
          With {new Intl.ListFormat('en').format(people)}
        </p>
      )}
      {document.status === 'withdrawn' && (
        <p class="note">
          The publisher has withdrawn this {document.kind}; it is kept here and no longer found by searching.
        </p>
      )}
      <Listen document={document} track={track} startMs={startMs} />
      {document.timing !== 'exact' && document.kind !== 'post' && (
        <p class="note">
          {document.timing === 'approximate' ? 'Approximate times' : 'No times'}
          {document.timingReason === '' ? '.' : `: ${document.timingReason}`}
        </p>
      )}
      {document.transcriptOrigin === 'machine' && (
        <p class="note">A speech recogniser wrote this transcript: words may be misheard.</p>
      )}
    </header>
  )
}

/** How this can be heard or seen: by the player, by YouTube's, or at the publisher. */
function Listen({ document, track, startMs }: DocumentHeaderProps) {
  const videoId = youtubeVideoId(document.mediaUrl) ?? findVideoId(document)
  if (track) return <PlayButton track={track} startMs={startMs} />
  if (videoId !== null)
    return <YoutubeEmbed videoId={videoId} title={document.title} startMs={startMs ?? 0} />
  if (document.kind === 'post') return null
  const publisherUrl = webAddress(document.url)
  return (
    <p class="note">
      This {document.kind} came without a sound or video file
      {publisherUrl ? (
        <>
          : <a href={publisherUrl}>open it at the publisher</a>.
        </>
      ) : (
        '.'
      )}
    </p>
  )
}

function findVideoId({ url, links }: DocumentResponse): string | null {
  const addresses = [url, ...links.filter(({ rel }) => rel === 'video').map((link) => link.url)]
  return addresses.map(youtubeVideoId).find((id) => id !== null) ?? null
}

function PlayButton({ track, startMs }: { track: Track; startMs: number | null }) {
  const isPlaying = usePlayer((player) => player.track?.documentId === track.documentId && isActive(player))
  const isLoaded = usePlayer(
    (player) => player.track?.documentId === track.documentId && player.phase !== 'cued',
  )
  const fromMs = startMs ?? 0
  return (
    <button
      type="button"
      class="button button-main"
      onClick={() =>
        readPlayer().track?.documentId === track.documentId ? togglePlaying() : playFrom(track, fromMs)
      }
    >
      <Icon name={isPlaying ? 'pause' : 'play'} />
      {isPlaying ? 'Pause' : isLoaded || fromMs === 0 ? 'Play' : `Play from ${formatClock(fromMs)}`}
    </button>
  )
}
