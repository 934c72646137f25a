import { useRef } from 'preact/hooks'
import { formatClock } from '../../../src/domain/time.js'
import { chapterAt } from '../chapter-steps.js'
import { usePlayer } from '../hooks/use-player.js'
import { playFrom, readPlayer } from '../player.js'
import { Icon } from './icon.js'

const menuId = 'player-chapters'

/** The chapters of what plays, from a button of the bar. */
export function ChapterMenu() {
  const menu = useRef<HTMLDivElement>(null)
  const chapters = usePlayer(({ details }) => details?.chapters ?? null)
  const current = usePlayer(({ details, positionMs }) => chapterAt(details?.chapters ?? [], positionMs))
  if (!chapters || chapters.length === 0) return null
  const playChapter = (startMs: number) => {
    const { track } = readPlayer()
    if (track) playFrom(track, startMs)
    menu.current?.hidePopover()
  }
  return (
    <>
      <button
        type="button"
        class="player-button player-chapters-button"
        popovertarget={menuId}
        aria-label={`Chapters${current < 0 ? '' : `, now: ${chapters[current]?.title}`}`}
      >
        <Icon name="chapters" />
      </button>
      <div
        ref={menu}
        id={menuId}
        class="player-menu"
        popover="auto"
        role="group"
        aria-label="Chapters"
        onToggle={(event) => {
          if (event.newState === 'open')
            menu.current?.querySelector<HTMLElement>('[aria-current=true], button')?.focus()
        }}
      >
        <ol>
          {chapters.map(({ startMs, title }, index) => (
            <li key={index}>
              <button
                type="button"
                class="chapter"
                aria-current={index === current}
                onClick={() => playChapter(startMs)}
              >
                <span class="chapter-time">{formatClock(startMs)}</span>
                <span dir="auto">{title}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}
