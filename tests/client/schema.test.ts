import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makeClientSchema } from '../../scripts/make-client-schema.js'

test('client/schema.ts is what docs/openapi.json says (npm run openapi writes both)', async () => {
  const schema = await makeClientSchema(await readFile('docs/openapi.json', 'utf8'))
  expect(await readFile('client/schema.ts', 'utf8')).toBe(schema)
})
