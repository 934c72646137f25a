import type { Hit, SearchResult } from '../../../client/index.js'
import { finishSearch } from '../finished-search.js'
import { isPlainClick } from '../plain-click.js'
import { trackOf } from '../player-state.js'
import { playFrom } from '../player.js'
import { documentPath } from '../url-state.js'
import { formatDate } from '../words.js'
import { clipOfHit } from '../new-clip.js'
import { AddButton } from './add-button.js'
import { KindLabel } from './icon.js'
import { PlaceHandle } from './place-handle.js'

interface AnswerBoxProps {
  answer: NonNullable<SearchResult['answer']>
  /** Where its passage is found. */
  hits: readonly Hit[]
  q: string
}

/** What answers a question, word for word, with the time of each sentence and where it was said. */
export function AnswerBox({ answer, hits, q }: AnswerBoxProps) {
  const [first] = answer.sentences
  const found = first && findPlace(hits, first.passageId)
  if (!first || !found) return null
  const { document, moment } = found
  const { anchor } = moment
  const track = trackOf(document)
  const { startMs } = first
  const details = [document.sourceTitle, formatDate(document.publishedAt), first.speaker]
  return (
    <section class="answer" aria-label="Answer, word for word" data-testid="answer">
      <ol>
        {answer.sentences.map(({ text, startMs }, index) => (
          <li key={index}>
            {startMs === null && index > 0 ? (
              // A post is read from one place.
              <span />
            ) : (
              <PlaceHandle document={document} atMs={startMs} anchor={anchor} q={q} testId="answer-play" />
            )}
            <blockquote dir="auto">{text}</blockquote>
          </li>
        ))}
      </ol>
      <p class="hit-line">
        <KindLabel kind={document.kind} />
        <a
          class="hit-open"
          href={documentPath({ id: document.id, startMs, anchor, q })}
          dir="auto"
          onClick={(event) => {
            finishSearch(q)
            if (track && startMs !== null && isPlainClick(event)) playFrom(track, startMs)
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
        <AddButton
          clip={clipOfHit({ ...moment, document, jumpMs: startMs ?? moment.jumpMs })}
          label={document.title}
        />
      </p>
    </section>
  )
}

/** A definition may be said in a further moment of a hit. */
function findPlace(hits: readonly Hit[], wanted: string) {
  for (const hit of hits) {
    const moment = [hit, ...hit.more].find(({ passageId }) => passageId === wanted)
    if (moment) return { document: hit.document, moment }
  }
  return null
}
