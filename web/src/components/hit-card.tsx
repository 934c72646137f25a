import { useLocation } from 'preact-iso'
import type { Hit } from '../../../client/index.js'
import { excerptOf } from '../excerpt.js'
import { finishSearch } from '../finished-search.js'
import { usePreview } from '../hooks/use-preview.js'
import { isPlainClick } from '../plain-click.js'
import { documentPath } from '../url-state.js'
import { formatDate } from '../words.js'
import { HitContext } from './hit-context.js'
import { HitFoot } from './hit-foot.js'
import { HitHandle, PreviewProgress } from './hit-handle.js'
import { MarkedText } from './marked-text.js'

/** One hit: the sentence first, everything else in a small line. */
export function HitCard({ hit, q }: { hit: Hit; q: string }) {
  const { route } = useLocation()
  const { document, jumpMs } = hit
  const preview = usePreview(hit)
  const excerpt = excerptOf(hit)
  const path = documentPath({ id: document.id, startMs: jumpMs, anchor: hit.anchor, q })
  /** Opening is a press of the user's, so the moment may sound at once. */
  const startReading = () => {
    finishSearch(q)
    preview?.playOn()
  }
  const details = [document.sourceTitle, formatDate(document.publishedAt), hit.speaker, hit.chapter]

  return (
    <li
      class="hit"
      data-testid="hit"
      onKeyDown={(event) => {
        const isForButton = event.target instanceof HTMLElement && event.target.matches('button')
        if (event.key !== ' ' || !preview || isForButton) return
        event.preventDefault()
        preview.toggle()
      }}
    >
      {preview?.isHeld && <PreviewProgress preview={preview} />}
      <HitHandle hit={hit} q={q} preview={preview} />
      <div class="hit-body">
        <div
          class="hit-text"
          onClick={() => {
            // Text is also for selecting.
            if (getSelection()?.isCollapsed === false) return
            startReading()
            route(path)
          }}
        >
          <HitContext text={excerpt.before} side="before" />
          <p class="hit-sentence" dir="auto">
            <MarkedText parts={excerpt.sentence} />
          </p>
          <HitContext text={excerpt.after} side="after" />
        </div>
        <p class="hit-line">
          <a
            class="hit-open"
            data-testid="hit-open"
            href={path}
            dir="auto"
            onClick={(event) => {
              if (isPlainClick(event)) startReading()
            }}
          >
            {document.title}
          </a>
          {details
            .filter((detail) => detail !== null && detail !== '')
            .map((detail, index) => (
              <span key={index} class="detail" dir="auto">
                {detail}
              </span>
            ))}
          {document.timing === 'approximate' && jumpMs !== null && (
            <span class="detail">approximate time</span>
          )}
        </p>
        <HitFoot hit={hit} q={q} />
      </div>
    </li>
  )
}
