import { expect, test, vi } from 'vitest'
import type * as AddressGuard from '../../../ingest/fetch/address-guard.js'
import { fetchBody } from '../../../ingest/fetch/fetch-body.js'
import { startServer } from './local-server.js'

/** No test has a server on the public internet: 127.0.0.1 stands for one, and the guard itself judges all else. */
vi.mock('../../../ingest/fetch/address-guard.js', async (importOriginal) => {
  const guard = await importOriginal<typeof AddressGuard>()
  return {
    ...guard,
    assertPublicHost: (hostname: string) => {
      if (hostname !== '127.0.0.1') guard.assertPublicHost(hostname)
    },
  }
})

test.each(['127.0.0.2', 'localhost', '[::1]', '169.254.169.254'])(
  'a public server cannot send the fetcher on to %s',
  async (host) => {
    const reached: string[] = []
    const origin = await startServer(({ url, headers }, response) => {
      reached.push(url ?? '')
      const { port } = new URL(`http://${headers.host ?? ''}`)
      if (url === '/start') response.writeHead(302, { location: `http://${host}:${port}/inside` })
      response.end()
    })
    await expect(fetchBody(`${origin}/start`, { allowPrivate: false })).rejects.toThrow(
      expect.objectContaining({ code: 'FETCH_ADDRESS_FORBIDDEN' }) as Error,
    )
    expect(reached).toEqual(['/start'])
    await fetchBody(`${origin}/direct`, { allowPrivate: false })
    expect(reached).toEqual(['/start', '/direct'])
  },
)
