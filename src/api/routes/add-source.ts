import { existsSync } from 'node:fs'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AppError } from '../../errors.js'
import type { PullSchedule } from '../../jobs/plan-pulls.js'
import { addSampleLibrary } from '../../library/add-sample-library.js'
import type { Services } from '../../services.js'
import { presentPreview, presentSources } from '../present-source.js'
import { errorResponses } from '../schemas/common.js'
import { SampleResponse, SourcePreviewResponse } from '../schemas/source-preview.js'
import { AddSourceBody, AddSourceResponse } from '../schemas/source.js'

interface Options {
  services: Services
  schedule: PullSchedule
  /** Null: there is no sample. */
  sampleFolder: string | null
}

/** How sources come into the library. */
export const addSourceRoutes: FastifyPluginAsyncTypebox<Options> = async (
  app,
  { services, schedule, sampleFolder },
) => {
  const { catalog, ingest } = services
  const tags = ['sources']

  app.post(
    '/sources/look',
    {
      schema: {
        operationId: 'lookAtSource',
        tags,
        description: 'Says what is at a location, without subscribing to it; ends when the client leaves',
        body: AddSourceBody,
        response: { 200: SourcePreviewResponse, ...errorResponses },
      },
    },
    async ({ body }, reply) => {
      const gone = new AbortController()
      reply.raw.on('close', () => gone.abort())
      return presentPreview(await ingest.look(body.location, gone.signal), catalog)
    },
  )

  app.post(
    '/sources',
    {
      schema: {
        operationId: 'addSource',
        tags,
        description:
          'Looks at what is there, unless that was just done, subscribes to it and starts its first pull',
        body: AddSourceBody,
        response: { 201: AddSourceResponse, ...errorResponses },
      },
    },
    async ({ body }, reply) => {
      const [added] = await ingest.add([body.location])
      if (!added) throw new RangeError('one location must give one source')
      const [source] = await presentSources([added.source], catalog, schedule)
      if (!source) throw new RangeError('one source must be presented as one')
      return reply.status(201).send({ source: { ...source, job: added.job }, job: added.job })
    },
  )

  app.post(
    '/sources/sample',
    {
      schema: {
        operationId: 'addSample',
        tags,
        description: 'Subscribes an empty library to the bundled sample',
        response: { 200: SampleResponse, ...errorResponses },
      },
    },
    async () => {
      if (sampleFolder === null || !existsSync(sampleFolder))
        throw new AppError('SOURCE_UNREADABLE', 'This server comes without the sample.')
      return { added: await addSampleLibrary({ sampleFolder }, services) }
    },
  )
}
