import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

interface Package {
  version: string
  license: string
  engines: object
  dependencies: Record<string, string>
}

const readPackage = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Package

test('the built client is taken by its name, in plain Node', async () => {
  const script = `import { createCuepointClient } from 'cuepoint/client'
    const fetch = (request) => Promise.resolve(Response.json({ asked: request.url }))
    const { asked } = await createCuepointClient({ baseUrl: 'http://there', fetch }).get('/api/v1/status')
    console.log(asked)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  expect(stdout.trim()).toBe('http://there/api/v1/status')
})

test('the package of the client alone is of one version with Cuepoint, and needs one package', async () => {
  const [whole, client, built] = await Promise.all(
    ['package.json', 'client/package.json', 'dist/client/package.json'].map(readPackage),
  )
  const { version, license, engines, dependencies } = whole as Package
  expect(client).toMatchObject({ version, license, engines })
  expect(client?.dependencies).toEqual({ 'openapi-fetch': dependencies['openapi-fetch'] })
  expect(built).toEqual(client)
})
