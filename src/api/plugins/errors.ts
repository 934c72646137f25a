import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../errors.js'
import type { ErrorResponse } from '../schemas/common.js'

/** Every failure answers `{statusCode, code, error, message}`; what has no name hides its message. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(answerError)
}

/** Also of what Fastify refuses before any route is asked: an address that cannot be decoded. */
export function answerError(
  error: FastifyError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const answer = toErrorResponse(error)
  if (answer.statusCode >= 500 && answer.statusCode !== 501) request.log.error({ err: error }, error.message)
  void reply.status(answer.statusCode).send(answer)
}

/** Paths that programs ask, which want JSON whatever a browser would show. */
const programPath = /^\/(api|docs|healthz|readyz|metrics|openapi\.json)(\/|$)/

/** What is nowhere: an error for programs; for who asks for a page, the page that says so, where there are pages. */
export function registerNotFound(
  app: FastifyInstance,
  showPage: ((request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) | null,
): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    reply.status(404)
    if (showPage && wantsPage(request) && !programPath.test(path)) return showPage(request, reply)
    return reply.send({
      statusCode: 404,
      code: 'ROUTE_NOT_FOUND',
      error: 'Not Found',
      message: `There is nothing at ${request.method} ${path}: see /docs.`,
    } satisfies ErrorResponse)
  })
}

const wantsPage = ({ method, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && (headers.accept?.includes('text/html') ?? false)

function toErrorResponse(error: FastifyError | AppError): ErrorResponse {
  const statusCode = error.statusCode ?? 500
  // Fastify's own errors (a body that is not JSON, a parameter out of range) carry a code and a message for the client.
  const isNamed = error instanceof AppError || statusCode < 500
  return {
    statusCode,
    code: error instanceof AppError ? error.code : isNamed ? 'REQUEST_INVALID' : 'INTERNAL',
    error: STATUS_CODES[statusCode] ?? 'Error',
    message: isNamed ? error.message : 'Something went wrong inside; the log of the server says what.',
  }
}
