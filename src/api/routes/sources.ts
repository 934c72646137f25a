import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { AppError } from '../../errors.js'
import type { PullSchedule } from '../../jobs/plan-pulls.js'
import type { Services } from '../../services.js'
import { presentSources } from '../present-source.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import {
  IssueListQuery,
  IssueListResponse,
  JobResponse,
  PullAllResponse,
  SourceListResponse,
} from '../schemas/source.js'

export const sourceRoutes: FastifyPluginAsyncTypebox<{ services: Services; schedule: PullSchedule }> = async (
  app,
  { services, schedule },
) => {
  const { catalog, ingest } = services
  const tags = ['sources']

  app.get(
    '/sources',
    {
      schema: { operationId: 'listSources', tags, response: { 200: SourceListResponse, ...errorResponses } },
    },
    async () => ({
      sources: await presentSources(await catalog.listSources(), catalog, schedule),
      pulls: schedule,
    }),
  )

  app.get(
    '/sources/:id/issues',
    {
      schema: {
        operationId: 'listIssues',
        tags,
        params: IdParams,
        querystring: IssueListQuery,
        response: { 200: IssueListResponse, ...errorResponses },
      },
    },
    async ({ params, query }) => {
      await requireSource(params.id)
      return { issues: await catalog.findLastIssues(params.id, query.code) }
    },
  )

  app.post(
    '/sources/pull',
    {
      schema: {
        operationId: 'pullAllSources',
        tags,
        description: 'Starts a pull of every source but those that are gone for good',
        response: { 202: PullAllResponse, ...errorResponses },
      },
    },
    async (_request, reply) => {
      const there = (await catalog.listSources()).filter(({ goneAt }) => goneAt === null)
      const jobs = []
      for (const { id } of there) jobs.push(await ingest.pull(id))
      return reply.status(202).send({ jobs })
    },
  )

  app.post(
    '/sources/:id/pull',
    {
      schema: {
        operationId: 'pullSource',
        tags,
        params: IdParams,
        response: { 202: JobResponse, ...errorResponses },
      },
    },
    async ({ params }, reply) => {
      await requireSource(params.id)
      return reply.status(202).send(await ingest.pull(params.id))
    },
  )

  app.delete(
    '/sources/:id',
    {
      schema: {
        operationId: 'removeSource',
        tags,
        description: 'Removes the source and its documents; corrections to them are kept for its return',
        params: IdParams,
        response: { 204: Type.Null(), ...errorResponses },
      },
    },
    async ({ params }, reply) => {
      if (!(await catalog.removeSource(params.id))) throw sourceNotFound(params.id)
      return reply.status(204).send(null)
    },
  )

  /** @throws SOURCE_NOT_FOUND */
  async function requireSource(id: string): Promise<void> {
    if (!(await catalog.findSource(id))) throw sourceNotFound(id)
  }
}

const sourceNotFound = (id: string) =>
  new AppError('SOURCE_NOT_FOUND', `There is no source ${id} in this library.`)
