import { useEffect, useState } from 'preact/hooks'
import { addSource } from '../api.js'
import { lookAtSource } from '../library-api.js'
import { LookQueue, type Look } from '../library/look-queue.js'
import { withToken } from '../token-gate.js'

let toldOfAdded = () => {}

/** One for all visits of the page: what was found waits while its finder looks at something else. */
export const lookQueue = new LookQueue({
  look: (location, signal) => withToken(() => lookAtSource(location, signal)),
  add: (location) => withToken(() => addSource(location)),
  onAdded: () => toldOfAdded(),
})

export function useLooks(onAdded: () => void): readonly Look[] {
  const [looks, setLooks] = useState(lookQueue.looks)
  useEffect(() => {
    toldOfAdded = onAdded
    setLooks(lookQueue.looks)
    return lookQueue.subscribe(setLooks)
  }, [onAdded])
  return looks
}
