import { useEffect, useState } from 'preact/hooks'

/** A spinner that flashes by is worse than none. */
const spinnerAfterMs = 300

/** True once `waiting` has been true for a while without a break. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) return setLate(false)
    const timer = setTimeout(() => setLate(true), spinnerAfterMs)
    return () => clearTimeout(timer)
  }, [waiting])
  return late && waiting
}
