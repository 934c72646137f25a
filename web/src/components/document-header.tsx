import type { ComponentChildren } from 'preact'
import type { Document } from '../../../client/index.js'
import { hostName, webAddress } from '../outside-links.js'
import type { Track } from '../player-state.js'
import { formatDate, formatLength, formatRating } from '../words.js'
import { Icon, KindLabel } from './icon.js'

interface DocumentHeaderProps {
  document: Document
  track: Track | null
  /** How it is played, and what is to be known of its times. */
  children: ComponentChildren
}

export function DocumentHeader({ document, track, children }: DocumentHeaderProps) {
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
      {!track && document.kind !== 'post' && (
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
      )}
      {children}
      {document.transcriptOrigin === 'machine' && (
        <p class="note">A speech recogniser wrote this transcript: words may be misheard.</p>
      )}
    </header>
  )
}
