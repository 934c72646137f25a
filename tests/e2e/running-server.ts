import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { JobResponse } from '../../src/api/schemas/source.js'

/** The real program, as a user starts it: the compiled CLI in a process of its own, on a port that the system chose. */

export const cli = resolve('dist/src/cli.js')
export const sample = (path: string): string => resolve('data/sample', path)

export interface RunningServer {
  url: string
  dataFolder: string
  process: ChildProcess
  get(path: string): Promise<Response>
  json<Body>(path: string): Promise<Body>
  post(path: string, body: unknown): Promise<Response>
  /** Resolves when no job is queued or running. @throws {Error} when one failed */
  untilIdle(): Promise<void>
  /** As a supervisor does it; resolves with the exit code. */
  stop(): Promise<number | null>
}

export async function aDataFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-e2e-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export const startServer = (dataFolder: string, ...args: string[]): Promise<RunningServer> =>
  startServerWith({}, dataFolder, ...args)

/** @param env settings besides its folder and its port */
export async function startServerWith(
  env: Record<string, string>,
  dataFolder: string,
  ...args: string[]
): Promise<RunningServer> {
  const server = spawn(process.execPath, [cli, 'serve', ...args], {
    env: { ...process.env, ...env, CUEPOINT_DATA: dataFolder, CUEPOINT_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let talk = ''
  server.stderr.on('data', (data: Buffer) => (talk += data.toString()))
  const url = await new Promise<string>((found, failed) => {
    createInterface(server.stdout).on('line', (line) => {
      const match = /http:\/\/\S+/.exec(line)
      if (match) found(match[0])
    })
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${talk}`)))
  })
  const get = (path: string) => fetch(url + path)
  const json = async <Body>(path: string): Promise<Body> => {
    const response = await get(path)
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Body
  }
  return {
    url,
    dataFolder,
    process: server,
    get,
    json,
    post: (path, body) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    async untilIdle() {
      for (;;) {
        const { sources } = await json<{ sources: { job: JobResponse | null }[] }>('/api/v1/sources')
        const failed = sources.find(({ job }) => job?.status === 'failed')
        if (failed) throw new Error(JSON.stringify(failed))
        const status = await json<{ index: { behind: number } }>('/api/v1/status')
        if (sources.every(({ job }) => job?.status === 'done') && status.index.behind === 0) return
        await pause(50)
      }
    },
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return server.exitCode
      server.kill('SIGTERM')
      const [code] = (await once(server, 'exit')) as [number | null]
      return code
    },
  }
}

/** Runs a command of the CLI to its end. */
export async function runCli(
  dataFolder: string,
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, CUEPOINT_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}
