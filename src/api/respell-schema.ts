type Schema = Record<string, unknown>

/**
 * A schema as TypeBox and Fastify write it → as OpenAPI 3.1 reads it best, meaning the same: tuples by `prefixItems`
 * (an array of `items` is of an older JSON Schema), a choice of words as one `enum`.
 */
export function respellSchema(schema: Schema): Schema {
  if (Array.isArray(schema['items'])) {
    const { items, additionalItems = true, ...tuple } = schema
    return { ...tuple, prefixItems: items, items: additionalItems }
  }
  if (Array.isArray(schema['anyOf']) && schema['anyOf'].every(isWord)) {
    const { anyOf, ...choice } = schema
    return { type: 'string', enum: (anyOf as Word[]).map((word) => word.enum[0]), ...choice }
  }
  return schema
}

interface Word {
  type: 'string'
  enum: [string]
}

const isWord = (schema: Schema): boolean =>
  schema['type'] === 'string' && Array.isArray(schema['enum']) && schema['enum'].length === 1
