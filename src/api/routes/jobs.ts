import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Catalog } from '../../catalog/catalog.js'
import type { Job } from '../../domain/job.js'
import { AppError } from '../../errors.js'
import type { Services } from '../../services.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import { JobResponse } from '../schemas/source.js'

/** Text on the wire; not read as a whole by anybody. */
const eventStream = Type.Unsafe<Readable>(Type.String())

/** Jobs report about twice a second. */
const pollIntervalMs = 500

export const jobRoutes: FastifyPluginAsyncTypebox<{ services: Services }> = async (app, { services }) => {
  const { catalog } = services
  // Open streams would keep the server from ending.
  const closing = new AbortController()
  app.addHook('preClose', (done) => {
    closing.abort()
    done()
  })
  const tags = ['sources']

  app.get(
    '/jobs/:id',
    {
      schema: {
        operationId: 'readJob',
        tags,
        params: IdParams,
        response: { 200: JobResponse, ...errorResponses },
      },
    },
    async ({ params }) => findJob(params.id, catalog),
  )

  app.get(
    '/jobs/:id/events',
    {
      schema: {
        operationId: 'watchJob',
        tags,
        params: IdParams,
        description: 'Server-sent `job` events until the job ends',
        response: { 200: { content: { 'text/event-stream': { schema: eventStream } } }, ...errorResponses },
      },
    },
    async ({ params }, reply) => {
      await findJob(params.id, catalog)
      const gone = new AbortController()
      reply.raw.on('close', () => gone.abort())
      // Kept alive after its stream, the connection would hold up the end of the server.
      reply.header('connection', 'close')
      reply.header('cache-control', 'no-store').type('text/event-stream')
      return reply.send(
        Readable.from(streamJob(params.id, catalog, AbortSignal.any([gone.signal, closing.signal]))),
      )
    },
  )
}

/** An event for each change, until the job ends, is removed, or the listener leaves. */
async function* streamJob(id: string, catalog: Catalog, gone: AbortSignal): AsyncGenerator<string> {
  let shown = ''
  while (!gone.aborted) {
    const job = await catalog.findJob(id)
    if (!job) return
    const data = JSON.stringify(job)
    if (data !== shown) yield `event: job\ndata: ${data}\n\n`
    shown = data
    if (job.status === 'done' || job.status === 'failed') return
    await pause(pollIntervalMs, undefined, { signal: gone }).catch(() => undefined)
  }
}

async function findJob(id: string, catalog: Catalog): Promise<Job> {
  const job = await catalog.findJob(id)
  if (!job) throw new AppError('JOB_NOT_FOUND', `There is no job ${id}: jobs go with their source.`)
  return job
}
