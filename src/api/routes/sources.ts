import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Job } from '../../domain/job.js'
import { displayLocation } from '../../domain/location.js'
import type { Source } from '../../domain/source.js'
import { AppError } from '../../errors.js'
import type { Services } from '../../services.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import {
  AddSourceBody,
  AddSourceResponse,
  JobResponse,
  SourceListResponse,
  type SourceResponse,
} from '../schemas/source.js'

export const sourceRoutes: FastifyPluginAsyncTypebox<{ services: Services }> = async (app, { services }) => {
  const { catalog, ingest } = services
  const tags = ['sources']
  const presentSource = (
    { guid: _, ...source }: Source,
    documents: number,
    job: Job | null,
  ): SourceResponse => ({
    ...source,
    location: displayLocation(source.location),
    documents,
    job,
  })

  app.get(
    '/sources',
    { schema: { tags, response: { 200: SourceListResponse, ...errorResponses } } },
    async () => {
      const [sources, counts, jobs] = await Promise.all([
        catalog.listSources(),
        catalog.countDocumentsBySource(),
        catalog.listLatestJobs(),
      ])
      const jobOf = new Map(jobs.map((job) => [job.sourceId, job]))
      return {
        sources: sources.map((each) =>
          presentSource(each, counts.get(each.id) ?? 0, jobOf.get(each.id) ?? null),
        ),
      }
    },
  )

  app.post(
    '/sources',
    {
      schema: {
        tags,
        description: 'Looks at what is there, subscribes to it and starts its first pull',
        body: AddSourceBody,
        response: { 201: AddSourceResponse, ...errorResponses },
      },
    },
    async ({ body }, reply) => {
      const [added] = await ingest.add([body.location])
      if (!added) throw new RangeError('one location must give one source')
      const { source, job } = added
      const counts = await catalog.countDocumentsBySource()
      return reply.status(201).send({ source: presentSource(source, counts.get(source.id) ?? 0, job), job })
    },
  )

  app.delete(
    '/sources/:id',
    { schema: { tags, params: IdParams, response: { 204: Type.Null(), ...errorResponses } } },
    async ({ params }, reply) => {
      if (!(await catalog.removeSource(params.id))) throw sourceNotFound(params.id)
      return reply.status(204).send(null)
    },
  )

  app.post(
    '/sources/:id/pull',
    { schema: { tags, params: IdParams, response: { 202: JobResponse, ...errorResponses } } },
    async ({ params }, reply) => {
      if (!(await catalog.findSource(params.id))) throw sourceNotFound(params.id)
      return reply.status(202).send(await ingest.pull(params.id))
    },
  )
}

const sourceNotFound = (id: string) =>
  new AppError('SOURCE_NOT_FOUND', `There is no source ${id} in this library.`)
