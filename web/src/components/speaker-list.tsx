import type { Speaker } from '../speaker-turns.js'
import { countOf } from '../words.js'

const wide = '(min-width: 68rem)'
const shown = 12

interface SpeakerListProps {
  speakers: readonly Speaker[]
  /** Leads to the next turn of a speaker. */
  onNextTurn: (speaker: Speaker) => void
}

/** Who speaks, how much; pressing a name goes from one of their turns to the next. */
export function SpeakerList({ speakers, onNextTurn }: SpeakerListProps) {
  if (speakers.length < 2) return null
  return (
    <details class="chapters" open={matchMedia(wide).matches} data-testid="speakers">
      <summary>
        Speakers <span class="count">{speakers.length}</span>
      </summary>
      <ul>
        {speakers.slice(0, shown).map((speaker) => (
          <li key={speaker.name}>
            <button type="button" class="chapter" onClick={() => onNextTurn(speaker)}>
              <span class="speaker-name" dir="auto">
                {speaker.name}
              </span>
              <span class="count">{Math.round(speaker.share * 100)}%</span>
              <span class="visually-hidden">
                of the words, {countOf(speaker.turns.length, 'turn')}: go to the next
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
