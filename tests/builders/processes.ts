import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'

/** Programs in the place of others, for tests of how they end. */

/** The text of a module that starts another process, writes both ids to the file, and never ends by itself. */
export const programThatHangs = (pidsFile: string): string =>
  `import { spawn } from 'node:child_process'
  import * as fs from 'node:fs'
  const file = ${JSON.stringify(pidsFile)}
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  fs.writeFileSync(file + '.part', process.pid + ' ' + child.pid)
  fs.renameSync(file + '.part', file)
  setInterval(() => {}, 1000)
  `

/** Long enough for a program to start here and now and to do something small, in ms. */
export async function longEnoughToStart(): Promise<number> {
  const begunAt = performance.now()
  await once(spawn(process.execPath, ['-e', '']), 'exit')
  return 500 + 20 * Math.ceil(performance.now() - begunAt)
}

/** The ids that it wrote, once it has. */
export async function readPids(pidsFile: string): Promise<number[]> {
  while (!existsSync(pidsFile)) await pause(20)
  return (await readFile(pidsFile, 'utf8')).split(' ').map(Number)
}

/** A process that ended and that nobody has taken leave of is no longer alive. */
export function isAlive(pid: number): boolean {
  const status = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return status !== '' && !status.startsWith('Z')
}

export async function expectGone(pids: readonly number[]): Promise<void> {
  await expect.poll(() => pids.filter(isAlive)).toEqual([])
}
