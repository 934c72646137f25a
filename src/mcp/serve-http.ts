import { createMcpHandler } from '@modelcontextprotocol/server'
import { createMcpServer } from './create-mcp-server.js'
import type { McpLibrary } from './library.js'

/** MCP over HTTP without sessions: each request is whole in itself, so a restart loses nothing and nothing has to be kept. */

/** Streams of clients that wait for changes of the list of tools, which there are none of. */
const maxSubscriptions = 16
/** In one request, of clients of a protocol that has batches. */
const maxBatch = 20

export interface HttpMessage {
  method: string
  headers: Headers
  /** The parsed body; undefined without one. */
  body: unknown
  /** The client went away. */
  signal: AbortSignal
  /** For links; null where the server's address cannot be told. */
  base: string | null
}

export interface McpHttp {
  answer(message: HttpMessage): Promise<Response>
  /** Ends what is still streamed. */
  close(): Promise<void>
}

export function openMcpHttp(
  library: McpLibrary,
  { version, onError }: { version: string; onError: (error: unknown) => void },
): McpHttp {
  const handler = createMcpHandler(
    ({ requestInfo }) =>
      createMcpServer({
        version,
        onError,
        open: () => Promise.resolve(library),
        base: readBase(requestInfo),
      }),
    { maxSubscriptions, onerror: onError },
  )
  return {
    async answer({ method, headers, body, signal, base }) {
      if (Array.isArray(body) && body.length > maxBatch) return refuseBatch(body.length)
      const request = new Request(`${base ?? unknownBase}/mcp`, { method, headers, signal })
      return handler.fetch(request, { parsedBody: body })
    },
    close: () => handler.close(),
  }
}

/** The request that the SDK hands on is what tells a server how others call it. */
const unknownBase = 'http://unknown.invalid'

function readBase(request: Request | undefined): string {
  const origin = request ? new URL(request.url).origin : unknownBase
  return origin === unknownBase ? '' : origin
}

const refuseBatch = (length: number): Response =>
  Response.json(
    {
      jsonrpc: '2.0',
      id: null,
      error: {
        code: -32_600,
        message: `REQUEST_INVALID: a batch of ${length} messages: send at most ${maxBatch}.`,
      },
    },
    { status: 400 },
  )
