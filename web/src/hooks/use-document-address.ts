import { useCallback, useRef, useState } from 'preact/hooks'
import { documentPath, type DocumentAddress } from '../url-state.js'
import { replaceAddress } from './use-scroll-memory.js'

type FullAddress = Required<DocumentAddress>

/** What the page shows, as its address says it; a change is written there without a step in the history. */
export function useDocumentAddress(
  opened: FullAddress,
): [FullAddress, (changes: Partial<Omit<FullAddress, 'id'>>) => void] {
  const [address, setAddress] = useState(opened)
  const latest = useRef(address)
  const change = useCallback((changes: Partial<Omit<FullAddress, 'id'>>) => {
    latest.current = { ...latest.current, ...changes }
    setAddress(latest.current)
    replaceAddress(documentPath(latest.current))
  }, [])
  return [address, change]
}
