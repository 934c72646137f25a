import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildApp } from '../src/app.js'
import { readConfig } from '../src/config.js'
import type { Services } from '../src/services.js'
import { makeClientSchema } from './make-client-schema.js'

/**
 * Writes docs/openapi.json from the schemas of the routes, and the client's types from that. Routes are registered and
 * never called: no services.
 */
const app = await buildApp({} as Services, { ...readConfig({}), webFolder: resolve('no-pages') })
await app.ready()
const document = `${JSON.stringify(app.swagger(), null, 2)}\n`
await app.close()
await writeFile('docs/openapi.json', document)
await writeFile('client/schema.ts', await makeClientSchema(document))
