import dns, { type LookupAddress } from 'node:dns'
import { onTestFinished, vi } from 'vitest'

const name = 'far.example'

/** The origin under a name that counts as that of a far host, while the test lasts. */
export function farOrigin(origin: string): string {
  const lookUp = (
    _: string,
    { all }: dns.LookupOptions,
    callback: (error: null, address: string | LookupAddress[], family?: number) => void,
  ) => (all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4))
  const spy = vi.spyOn(dns, 'lookup').mockImplementation(lookUp as typeof dns.lookup)
  onTestFinished(() => spy.mockRestore())
  return `http://${name}:${new URL(origin).port}`
}
