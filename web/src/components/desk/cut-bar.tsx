import { useEffect, useMemo } from 'preact/hooks'
import type { Clip } from '../../../../client/index.js'
import { formatClock } from '../../../../src/domain/time.js'
import { nameClip } from '../../desk/clip-words.js'
import { describeSkipped, planCut, sequencePosition } from '../../desk/cut-plan.js'
import { playCut, readCut, replanCut, seekCut, subscribeToCut } from '../../desk/rough-cut.js'
import { usePlayer } from '../../hooks/use-player.js'
import { useStore } from '../../hooks/use-store.js'
import { isActive } from '../../player-state.js'
import { togglePlaying } from '../../player.js'
import { Icon } from '../icon.js'

/** All clips as one sequence: played through, with where it is. */
export function CutBar({ clips }: { clips: readonly Clip[] }) {
  const plan = useMemo(() => planCut(clips), [clips])
  const cut = useStore(readCut, subscribeToCut)
  const isHere = cut.isOn && clips.some(({ id }) => id === cut.plan.parts[cut.at]?.clipId)
  const isPlaying = usePlayer(isActive) && isHere
  const part = isHere ? cut.plan.parts[cut.at] : undefined
  const positionMs = usePlayer((player) => (part ? sequencePosition(part, player.positionMs) : 0))
  useEffect(() => {
    if (isHere) replanCut(plan)
  }, [plan])
  const clipNow = clips.find(({ id }) => id === part?.clipId)
  const failed = clips.filter(({ id }) => cut.failed.includes(id))
  if (plan.parts.length === 0)
    return (
      <p class="dim small">
        {plan.skipped.length > 0 && 'Nothing here can be heard: all clips are written or without sound.'}
      </p>
    )
  return (
    <div class="cut" role="group" aria-label="Rough cut" data-testid="cut">
      <div class="cut-line">
        <button
          type="button"
          class="button button-small"
          data-testid="cut-play"
          onClick={(event) => {
            if (isHere) togglePlaying()
            else playCut(plan)
            if (event.detail > 0) event.currentTarget.blur()
          }}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} />
          {isPlaying ? 'Pause' : isHere ? 'Play on' : 'Play all'}
        </button>
        <span class="cut-time" data-testid="cut-time">
          {formatClock(positionMs)} / {formatClock(plan.totalMs)}
        </span>
      </div>
      <div class="cut-bar">
        <div class="cut-parts" aria-hidden="true">
          {plan.parts.map(({ clipId, startMs, endMs }) => (
            <span
              key={clipId}
              class="cut-part"
              data-heard={clipId === part?.clipId}
              style={{ flexGrow: Math.max(1, endMs - startMs) }}
            />
          ))}
        </div>
        <input
          type="range"
          class="cut-range"
          aria-label="Position in the rough cut"
          aria-valuetext={`${formatClock(positionMs)} of ${formatClock(plan.totalMs)}${clipNow ? `, ${nameClip(clipNow)}` : ''}`}
          min={0}
          max={plan.totalMs}
          step={100}
          value={positionMs}
          onInput={({ currentTarget }) => {
            const toMs = Number(currentTarget.value)
            if (isHere) seekCut(toMs)
            else playCut(plan, toMs)
          }}
        />
      </div>
      <p class="dim small" role="status">
        {describeSkipped(plan)}{' '}
        {failed.length > 0 && `Skipped, as it does not play: ${failed.map(nameClip).join(', ')}.`}
      </p>
    </div>
  )
}
