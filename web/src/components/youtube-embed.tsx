import { useState } from 'preact/hooks'
import { formatClock } from '../../../src/domain/time.js'
import { youtubeEmbedUrl } from '../outside-links.js'
import { readPlayer, togglePlaying } from '../player.js'
import { isActive } from '../player-state.js'
import { Icon } from './icon.js'

interface YoutubeEmbedProps {
  videoId: string
  title: string
  startMs: number
}

/** YouTube learns of the visit when its player is asked for, not before. */
export function YoutubeEmbed({ videoId, title, startMs }: YoutubeEmbedProps) {
  const [open, setOpen] = useState(false)
  if (open)
    return (
      <iframe
        class="youtube"
        src={youtubeEmbedUrl(videoId, startMs)}
        title={title}
        allow="autoplay; encrypted-media; picture-in-picture; fullscreen"
      />
    )
  return (
    <div>
      <button
        type="button"
        class="button button-main"
        onClick={() => {
          if (isActive(readPlayer())) togglePlaying()
          setOpen(true)
        }}
      >
        <Icon name="play" />
        {startMs > 0 ? `Watch from ${formatClock(startMs)}` : 'Watch'}
      </button>
      <p class="dim small">Plays from YouTube, which is not contacted before you press.</p>
    </div>
  )
}
