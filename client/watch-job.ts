import { ApiError } from './api-error.js'
import type { CuepointClient } from './create-client.js'
import type { Job } from './schema.js'

/**
 * A job as it is now and after each change, until it is done or failed. It ends earlier when the server closes, or the
 * job goes with its source.
 * @throws {ApiError} JOB_NOT_FOUND, or UNREACHABLE when the connection is lost
 */
export async function* watchJob(
  client: CuepointClient,
  id: string,
  { signal }: { signal?: AbortSignal } = {},
): AsyncGenerator<Job, void, undefined> {
  const response = await client.open('/api/v1/jobs/{id}/events', {
    params: { path: { id } },
    ...(signal && { signal }),
  })
  if (!response.body) return
  try {
    for await (const event of readEvents(response.body)) {
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (data !== undefined) yield JSON.parse(data) as Job
    }
  } catch (failure) {
    if (signal?.aborted) throw failure
    throw new ApiError('UNREACHABLE', 0, 'The connection to the server was lost.', { cause: failure })
  }
}

/** The text of each server-sent event; they end with an empty line. */
async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const events = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      yield* events
    }
  } finally {
    // Whoever stops listening lets the server stop telling.
    await reader.cancel().catch(() => undefined)
  }
}
