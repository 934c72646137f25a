import type { Clip, Reuse } from '../../../../../client/index.js'
import type { NewClip } from '../../../collections-api.js'
import { describeRelation } from '../../../desk/reuse-words.js'
import { LimitedList } from '../../limited-list.js'
import { DeskHit } from '../desk-hit.js'
import { UsedIn } from './used-in.js'

interface DraftParagraphProps {
  paragraph: Reuse['paragraphs'][number]
  clips: readonly Clip[]
  onAdd: (clip: NewClip) => void
}

const shownAtFirst = 2

/** A paragraph of the draft, and below it the passages that say, support or repeat it. */
export function DraftParagraph({ paragraph, clips, onAdd }: DraftParagraphProps) {
  const { heading, text, matches } = paragraph
  return (
    <li class="draft-paragraph" data-testid="draft-paragraph">
      {heading !== null && (
        <p class="draft-heading" dir="auto">
          {heading}
        </p>
      )}
      <blockquote class="draft-quote" dir="auto">
        {text}
      </blockquote>
      {matches.length === 0 ? (
        <p class="dim small">Nothing in the library is near enough.</p>
      ) : (
        <LimitedList items={matches} limit={shownAtFirst} noun="passage" class="desk-hits">
          {(match) => (
            <DeskHit
              key={match.passageId}
              hit={{ ...match, highlights: [] }}
              q=""
              clips={clips}
              onAdd={onAdd}
              hasCompanion={false}
              notes={
                <p class="place-note">
                  <span class="place-relation" data-relation={match.relation}>
                    {describeRelation(match)}
                  </span>
                  <UsedIn usedIn={match.usedIn} />
                </p>
              }
            />
          )}
        </LimitedList>
      )}
    </li>
  )
}
