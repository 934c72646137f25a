import { Writable, type Readable } from 'node:stream'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { createMcpServer } from './create-mcp-server.js'
import type { ToolHost } from './tool.js'

/** MCP over the standard streams of a process: one client, which started it. */

/** A message is a call with its arguments; a query has at most 2,000 characters. */
const maxMessageBytes = 256 * 1024

export interface StdioOptions extends ToolHost {
  version: string
  stdin: Readable
  /** What is written here goes to the client. */
  stdout: Writable
  /** Ends it, as the end of stdin does. */
  signal: AbortSignal
}

/** Serves until the client closes its end, goes away, or the signal is aborted; calls under way are then left unanswered. */
export async function serveMcpStdio({ stdin, stdout, signal, ...host }: StdioOptions): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: maxMessageBytes })
  const ended = new Promise<void>((resolve) => {
    const end = () => resolve()
    for (const event of ['end', 'close', 'error']) stdin.once(event, end)
    // A client that went away without closing anything: the next answer fails.
    for (const event of ['close', 'error']) stdout.once(event, end)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted || stdin.readableEnded || stdin.destroyed) end()
  })
  const connection = serveStdio(() => createMcpServer(host), {
    transport,
    onerror: (error) => host.onError(error),
  })
  await ended
  await connection.close()
}

/**
 * The process's stdout for the protocol alone: what else writes there (a library, a thread) goes to stderr from now on,
 * where it breaks no message.
 */
export function claimStdout({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>): Writable {
  const write = stdout.write.bind(stdout)
  const claimed = new Writable({
    write: (chunk: Buffer, _encoding, done) => void write(chunk, (error) => done(error)),
  })
  stdout.write = stderr.write.bind(stderr)
  // Told by the write that failed.
  stdout.on('error', () => undefined)
  return claimed
}
