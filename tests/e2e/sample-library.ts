import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import { aDataFolder, runCli, sample, startServerWith, type RunningServer } from './running-server.js'

/** The sample's own show and its posts, with their concepts: indexed once a run, by the program as it is now. */

export const samplePaths = ['five-minutes-on-search/feed.xml', 'five-minutes-on-search/posts']

export interface SampleServer extends RunningServer {
  /** Stops the server and removes its library. */
  end(): Promise<void>
}

interface SampleOptions {
  /** What else is to be in the library, before there is a server. */
  prepare?: (dataFolder: string) => Promise<void>
  /** Settings of the server alone. */
  env?: Record<string, string>
}

/** A server over a library of its own with the sample's show and posts in it. */
export async function serveSample({ prepare, env = {} }: SampleOptions = {}): Promise<SampleServer> {
  const { folder, remove } = await aDataFolder()
  await copySample(folder)
  await prepare?.(folder)
  const server = await startServerWith(env, folder, '--no-sample')
  await server.untilIdle()
  return {
    ...server,
    async end() {
      await server.stop()
      await remove()
    },
  }
}

async function copySample(to: string): Promise<void> {
  const prepared = inject('preparedFolder')
  const made = join(prepared, 'sample')
  const failure = join(prepared, 'failure')
  if (await isFirstToAsk(prepared)) await makeSample(made, failure)
  while (!existsSync(made)) {
    if (existsSync(failure)) throw new Error(await readFile(failure, 'utf8'))
    await pause(50)
  }
  await cp(made, to, { recursive: true })
}

/** Of all test files of the run: the others wait for what it makes. */
async function isFirstToAsk(prepared: string): Promise<boolean> {
  await mkdir(prepared, { recursive: true })
  try {
    await mkdir(join(prepared, 'asked'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function makeSample(made: string, failure: string): Promise<void> {
  const part = `${made}.part`
  const { code, stderr } = await runCli(part, 'add', ...samplePaths.map(sample))
  await (code === 0 ? rename(part, made) : writeFile(failure, `add ended with ${code}: ${stderr}`))
}
