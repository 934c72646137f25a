import type { FastifySchemaValidationError } from 'fastify'

/** What is told of a request that is not as its schema says: where, and what is allowed there. */

/** @param part of the request: `querystring`, `params`, `body`, `headers` */
export function toSchemaError(errors: readonly FastifySchemaValidationError[], part: string): Error {
  const byPlace = new Map<string, FastifySchemaValidationError[]>()
  for (const error of errors)
    byPlace.set(error.instancePath, [...(byPlace.get(error.instancePath) ?? []), error])
  return new Error([...byPlace].map(([place, found]) => `${part}${place} ${describe(found)}`).join('; '))
}

/** Of one place: of a choice each way that it was not taken is an error of its own. */
function describe(errors: readonly FastifySchemaValidationError[]): string {
  const allowed = errors.flatMap(({ keyword, params }) =>
    keyword === 'const'
      ? [params['allowedValue']]
      : keyword === 'enum'
        ? [params['allowedValues']].flat()
        : [],
  )
  if (allowed.length > 0)
    return `must be one of ${[...new Set(allowed)].map((value) => JSON.stringify(value)).join(', ')}`
  const telling = errors.filter(({ keyword }) => keyword !== 'anyOf')
  const messages = (telling.length > 0 ? telling : errors).map(({ keyword, params, message }) =>
    keyword === 'additionalProperties'
      ? `has no property ${JSON.stringify(params['additionalProperty'])}`
      : (message ?? 'is not what the schema says'),
  )
  return [...new Set(messages)].join(' or ')
}
