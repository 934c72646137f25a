import { isDeepStrictEqual } from 'node:util'
import { respellSchema } from './respell-schema.js'

interface ApiDocument {
  components?: object
  paths?: object
}

/** Keywords whose values are data, where a `title` is anybody's word. */
const dataKeywords = new Set(['const', 'default', 'enum', 'example', 'examples'])

/**
 * Names the schemas of an OpenAPI document: one with a `title` is written once, under `components.schemas`, and referred
 * to wherever it stood. The routes keep whole schemas, so validating and serialising know nothing of names.
 * @throws {Error} when two different schemas have one title
 */
export function nameSchemas<Described extends ApiDocument>(document: Described): Described {
  const named = new Map<string, object>()

  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    const visited = respellSchema(
      Object.fromEntries(
        Object.entries(node).map(([key, value]) => [key, dataKeywords.has(key) ? value : visit(value)]),
      ),
    )
    // Below `properties` a title is the schema of a field that is called so.
    if (typeof visited['title'] !== 'string') return visited
    const { title, ...schema } = visited
    const known = named.get(title)
    if (known && !isDeepStrictEqual(known, schema))
      throw new Error(`Two different schemas have the title ${title}: a name is for one thing.`)
    named.set(title, schema)
    return { $ref: `#/components/schemas/${title}` }
  }

  const paths = visit(document.paths)
  const schemas = Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...document, components: { ...document.components, schemas }, paths }
}
