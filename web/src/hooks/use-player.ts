import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import type { PlayerState } from '../player-state.js'
import { readPlayer, subscribeToPlayer } from '../player.js'

/** A value of the player's state; renders again only when that value is another one. */
export function usePlayer<Value>(select: (state: PlayerState) => Value): Value {
  const [, render] = useReducer<number, undefined>((count) => count + 1, 0)
  const selected = select(readPlayer())
  const latest = useRef({ select, selected })
  latest.current = { select, selected }
  useLayoutEffect(() => {
    const check = () => {
      const { select, selected } = latest.current
      if (!Object.is(select(readPlayer()), selected)) render(undefined)
    }
    check()
    return subscribeToPlayer(check)
  }, [])
  return selected
}
