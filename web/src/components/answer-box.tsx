import type { HitResponse, SearchResponse } from '../../../src/api/schemas/search.js'
import { isPlainClick } from '../plain-click.js'
import { trackOf } from '../player-state.js'
import { playFrom } from '../player.js'
import { documentPath } from '../url-state.js'
import { TimeButton } from './time-button.js'

interface AnswerBoxProps {
  answer: NonNullable<SearchResponse['answer']>
  /** Where its passage is found. */
  hits: readonly HitResponse[]
  q: string
}

/** What answers a question, word for word, with the time of each sentence and where it was said. */
export function AnswerBox({ answer, hits, q }: AnswerBoxProps) {
  const [first] = answer.sentences
  const hit = hits.find(({ passageId }) => passageId === first?.passageId)
  if (!first || !hit) return null
  const { document } = hit
  const track = trackOf(document)
  const { startMs } = first
  return (
    <section class="answer" aria-label="Answer" data-testid="answer">
      <blockquote dir="auto">
        {answer.sentences.map(({ text }, index) => (
          <span key={index}>{text} </span>
        ))}
      </blockquote>
      <p class="hit-line">
        {track && startMs !== null && <TimeButton track={track} startMs={startMs} />}
        <a
          href={documentPath({ id: document.id, startMs, anchor: hit.anchor, q })}
          dir="auto"
          onClick={(event) => {
            if (track && startMs !== null && isPlainClick(event)) playFrom(track, startMs)
          }}
        >
          {document.title}
        </a>
        {hit.speaker && (
          <span class="detail" dir="auto">
            {hit.speaker}
          </span>
        )}
      </p>
    </section>
  )
}
