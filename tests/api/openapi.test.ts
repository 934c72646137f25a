import { createConfig, lint } from '@redocly/openapi-core'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

interface ApiDocument {
  paths: Record<string, Record<string, { operationId?: string; security?: unknown }>>
}

const operations = async () => {
  const { paths } = JSON.parse(await readFile('docs/openapi.json', 'utf8')) as ApiDocument
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )
}

test('docs/openapi.json is valid OpenAPI 3.1', async () => {
  const config = await createConfig({ extends: ['spec'] })
  const problems = await lint({ ref: 'docs/openapi.json', config })
  expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([])
})

test('every operation has a name of its own', async () => {
  const all = await operations()
  expect(all.filter(({ operationId }) => !operationId)).toEqual([])
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length)
})

test('what changes the library says that it takes a token, and nothing else does', async () => {
  for (const { path, method, security } of await operations())
    expect([path, method, security !== undefined]).toEqual([
      path,
      method,
      method !== 'get' && path !== '/api/v1/session',
    ])
})
