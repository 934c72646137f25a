import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site of someone else, on a port of its own: each page is what was put there. */
export interface ForeignSite {
  origin: string
  /** The same pages under another name, which is another origin. */
  otherOrigin: string
  put(path: string, body: string): void
  close(): Promise<void>
}

export async function openForeignSite(): Promise<ForeignSite> {
  const pages = new Map<string, string>()
  const server = createServer((request, response) => {
    const body = pages.get(request.url ?? '')
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(body && `<!doctype html><html lang="en"><title>Foreign</title><body>${body}</body></html>`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    put: (path, body) => pages.set(path, body),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
