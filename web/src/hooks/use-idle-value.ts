import { useEffect, useState } from 'preact/hooks'

/** Nothing that a reader waits for comes this late, however busy the page is. */
const latestMs = 3000

/** Where there are no idle callbacks (Safari): soon, a task each. */
const whenIdle = (act: () => void): (() => void) => {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 50)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(act, { timeout: latestMs })
  return () => cancelIdleCallback(handle)
}

/** `value` at once while it is urgent; else what it was before (null at first), until there is nothing else to do. */
export function useIdleValue<Value>(value: Value, isUrgent: boolean): Value | null {
  const [kept, setKept] = useState<Value | null>(isUrgent ? value : null)
  useEffect(() => {
    if (kept === value) return
    if (isUrgent) return setKept(value)
    return whenIdle(() => setKept(value))
  }, [value, isUrgent, kept])
  return isUrgent ? value : kept
}
