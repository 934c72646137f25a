import { usePlayer } from '../hooks/use-player.js'
import type { Track } from '../player-state.js'
import { ChapterMenu } from './chapter-menu.js'
import { SpeedSelect } from './speed-select.js'

/** All that one sets once or seldom. */
export function PlayerTools({ track, controllerId }: { track: Track; controllerId: string }) {
  const isFile = track.youtubeId === null
  const hasCaptions = usePlayer(({ details }) => details?.captionsUrl != null)
  return (
    <div class="player-tools" role="group" aria-label="Settings">
      <ChapterMenu />
      <SpeedSelect />
      {track.isVideo && isFile && hasCaptions && (
        <media-captions-button
          ref={beSwitch}
          class="player-picture-tool"
          mediacontroller={controllerId}
          notooltip
        />
      )}
      {track.isVideo && isFile && (
        <media-pip-button class="player-picture-tool" mediacontroller={controllerId} notooltip />
      )}
      {track.isVideo && (
        <media-fullscreen-button class="player-picture-tool" mediacontroller={controllerId} notooltip />
      )}
      <media-mute-button class="player-mute" mediacontroller={controllerId} notooltip />
      <media-volume-range class="player-volume" mediacontroller={controllerId} />
    </div>
  )
}

/** It calls itself a button, and says whether it is checked: only a switch is. */
function beSwitch(element: HTMLElement | null): void {
  void customElements.whenDefined('media-captions-button').then(() => element?.setAttribute('role', 'switch'))
}
