import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'

/** What a store outside of the page says now; renders again when that is another value. */
export function useStore<Value>(read: () => Value, subscribe: (listener: () => void) => () => void): Value {
  const [, render] = useReducer<number, undefined>((count) => count + 1, 0)
  const value = read()
  const latest = useRef({ read, value })
  latest.current = { read, value }
  useLayoutEffect(() => {
    const check = () => {
      if (!Object.is(latest.current.read(), latest.current.value)) render(undefined)
    }
    check()
    return subscribe(check)
  }, [subscribe])
  return value
}
