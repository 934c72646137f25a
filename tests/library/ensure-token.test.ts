import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ensureToken } from '../../src/library/ensure-token.js'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-token-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'library')
}

test('a token is made once, for its owner only, and nothing else is left behind', async () => {
  const folder = await aFolder()
  const token = await ensureToken(folder)
  expect(token).toMatch(/^[\w-]{32}$/)
  expect(await ensureToken(folder)).toBe(token)
  expect(await readFile(join(folder, 'token'), 'utf8')).toBe(token)
  expect((await stat(join(folder, 'token'))).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['token'])
})

test('the file appears whole: who looks while it is made sees no file, or all of it', async () => {
  const folder = await aFolder()
  await mkdir(folder)
  let made = false
  const seen = new Set<number>()
  const looking = (async () => {
    while (!made)
      seen.add(
        await readFile(join(folder, 'token'), 'utf8').then(
          (text) => text.length,
          () => 0,
        ),
      )
  })()
  const token = await ensureToken(folder)
  made = true
  await looking
  expect([...seen].filter((length) => length !== 0 && length !== token.length)).toEqual([])
})

test('a draft that a killed process left does not get in the way', async () => {
  const folder = await aFolder()
  await mkdir(folder)
  await writeFile(join(folder, `.token-${process.pid}`), 'hal')
  expect(await ensureToken(folder)).toHaveLength(32)
})

test('a file that holds no token is refused, not replaced', async () => {
  const folder = await aFolder()
  await mkdir(folder)
  await writeFile(join(folder, 'token'), 'short\n')
  await expect(ensureToken(folder)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  expect(await readFile(join(folder, 'token'), 'utf8')).toBe('short\n')
})
