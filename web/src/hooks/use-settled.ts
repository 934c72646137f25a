import { useEffect, useState } from 'preact/hooks'

const settledAfterMs = 700

/** The value once it has stayed the same for a while; the settled one before until then. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settledAfterMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
