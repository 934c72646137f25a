import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance } from 'fastify'
import { AppError } from '../../errors.js'
import type { ErrorResponse } from '../schemas/common.js'

/** Every failure answers `{statusCode, code, error, message}`; what has no name hides its message. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const answer = toErrorResponse(error)
    if (answer.statusCode >= 500) request.log.error({ err: error }, error.message)
    return reply.status(answer.statusCode).send(answer)
  })
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      statusCode: 404,
      code: 'ROUTE_NOT_FOUND',
      error: 'Not Found',
      message: `There is nothing at ${request.method} ${request.url.split('?')[0] ?? ''}: see /docs.`,
    } satisfies ErrorResponse),
  )
}

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
