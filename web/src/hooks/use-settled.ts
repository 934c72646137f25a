import { useEffect, useState } from 'preact/hooks'

const usuallyAfterMs = 700

/** The value once it has stayed the same for a while; the settled one before until then. */
export function useSettled<Value>(value: Value, afterMs = usuallyAfterMs): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  return settled
}
