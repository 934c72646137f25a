import { useEffect, useRef } from 'preact/hooks'
import { usePlayer } from '../hooks/use-player.js'
import { noteOf, type PlayerNoteWords } from '../player-words.js'
import { answerYoutube, readPlayer, togglePlaying } from '../player.js'

/** Why there is no sound, when there is none; or the question that comes before it. */
export function PlayerNote() {
  const asks = usePlayer(({ asksForYoutube }) => asksForYoutube)
  const text = usePlayer((player) => noteOf(player)?.text ?? '')
  const isFailed = usePlayer(({ phase }) => phase === 'failed')
  if (asks) return <YoutubeQuestion />
  if (text === '') return null
  return (
    <div class="player-note" role="alert">
      <p>
        {text}
        <NoteLink link={noteOf(readPlayer())?.link ?? null} />
      </p>
      {isFailed && (
        <button type="button" class="button" onClick={togglePlaying}>
          Try again
        </button>
      )}
    </div>
  )
}

/** Pressed once for the visit. It takes the focus and gives it back, as it stands between a press and its effect. */
function YoutubeQuestion() {
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    yes.current?.focus({ preventScroll: true })
    return () => before instanceof HTMLElement && before.focus({ preventScroll: true })
  }, [])
  return (
    <div class="player-note" role="group" aria-label="Play from YouTube?" data-testid="youtube-question">
      <p>This video plays from YouTube, which then learns of your visit.</p>
      <button ref={yes} type="button" class="button button-main" onClick={() => answerYoutube(true)}>
        Play from YouTube
      </button>
      <button type="button" class="button" onClick={() => answerYoutube(false)}>
        Not now
      </button>
    </div>
  )
}

function NoteLink({ link }: { link: PlayerNoteWords['link'] }) {
  if (!link) return '.'
  return (
    <>
      :{' '}
      <a href={link.url} target="_blank" rel="noopener noreferrer">
        {link.text}
      </a>
      .
    </>
  )
}
