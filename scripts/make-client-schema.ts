import openapiTS, { astToString } from 'openapi-typescript'

const header = `/** The types of docs/openapi.json: written by \`npm run openapi\`, not by hand. */

`

/**
 * Types of paths, operations and named schemas, each schema also by its own name.
 * @throws {Error} when the text is no valid OpenAPI
 */
export async function makeClientSchema(openapi: string): Promise<string> {
  const types = await openapiTS(openapi, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
  })
  return header + astToString(types)
}
