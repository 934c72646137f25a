import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'

/** How much of the machine was left for a piece of work while others used it too. Linux: reads /proc. */

export interface MachineLoad<Result> {
  result: Result
  seconds: number
  /** Processor seconds a second of the processes that the work started and waited for. */
  ownCores: number
  /** All cores less what others used: equal to `availableParallelism()` on a quiet machine. */
  availableCores: number
}

/** In seconds: Linux counts processor time in hundredths, whatever its own clock. */
const ticksPerSecond = 100

/** @param work starts processes and waits until they have ended; what runs on after it counts as others' */
export async function measureLoad<Result>(work: () => Promise<Result>): Promise<MachineLoad<Result>> {
  const startedMs = performance.now()
  const [busyBefore, ownBefore] = await Promise.all([machineBusySeconds(), ownSeconds()])
  const result = await work()
  const seconds = (performance.now() - startedMs) / 1000
  const [busyAfter, ownAfter] = await Promise.all([machineBusySeconds(), ownSeconds()])
  const own = ownAfter - ownBefore
  const others = Math.max(0, busyAfter - busyBefore - own)
  return {
    result,
    seconds,
    ownCores: own / seconds,
    availableCores: availableParallelism() - others / seconds,
  }
}

/** All cores together: all states but idle (4th) and waiting for a disk (5th), see proc_stat(5). */
async function machineBusySeconds(): Promise<number> {
  const [line = ''] = (await readFile('/proc/stat', 'utf8')).split('\n')
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0, stolen = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + interrupts + softInterrupts + stolen) / ticksPerSecond
}

/** This process and those that it started and that have ended: fields 14 to 17 of proc_pid_stat(5). */
async function ownSeconds(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'utf8')
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return afterName.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / ticksPerSecond
}
