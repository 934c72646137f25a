import { usePlayer } from '../hooks/use-player.js'
import { setSpeed } from '../player.js'
import { formatSpeed, nearestSpeed, speeds } from '../speeds.js'

export function SpeedSelect() {
  const speed = usePlayer((player) => nearestSpeed(player.speed))
  return (
    <select
      class="player-speed"
      data-testid="player-speed"
      aria-label="Speed"
      title="Speed"
      value={String(speed)}
      onChange={({ currentTarget }) => setSpeed(Number(currentTarget.value))}
    >
      {speeds.map((each) => (
        <option key={each} value={String(each)}>
          {formatSpeed(each)}
        </option>
      ))}
    </select>
  )
}
