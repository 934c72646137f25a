import { readdir, readFile } from 'node:fs/promises'

/** Memory of a process and all that it started, sampled while it runs. Linux: reads /proc. */

export interface MemorySample {
  /** Since sampling began. */
  atMs: number
  /** Resident set size of each process of the tree, the root first. */
  rssBytes: number[]
}

export class MemorySampler {
  readonly samples: MemorySample[] = []
  readonly #startedMs = performance.now()
  readonly #timer: NodeJS.Timeout

  constructor(
    private readonly rootPid: number,
    intervalMs = 5_000,
  ) {
    this.#timer = setInterval(() => void this.#sample(), intervalMs)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** The largest sum over the tree, and the largest single process. */
  peak(): { treeBytes: number; processBytes: number } {
    return {
      treeBytes: Math.max(0, ...this.samples.map(({ rssBytes }) => sum(rssBytes))),
      processBytes: Math.max(0, ...this.samples.flatMap(({ rssBytes }) => rssBytes)),
    }
  }

  /** The largest sum in each of equal parts of the time, in order: flat when nothing grows. */
  peaksOverTime(parts: number): number[] {
    const endMs = this.samples.at(-1)?.atMs ?? 0
    return Array.from({ length: parts }, (_, part) => {
      const within = this.samples.filter(
        ({ atMs }) => Math.min(parts - 1, Math.floor((atMs / endMs) * parts)) === part,
      )
      return Math.max(0, ...within.map(({ rssBytes }) => sum(rssBytes)))
    })
  }

  async #sample(): Promise<void> {
    const atMs = performance.now() - this.#startedMs
    const rssBytes = await Promise.all((await treeOf(this.rootPid)).map(residentBytes))
    if (rssBytes.some((bytes) => bytes > 0)) this.samples.push({ atMs, rssBytes })
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

async function treeOf(rootPid: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = new Map(await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const)))
  const tree = [rootPid]
  for (const parent of tree) for (const [pid, of] of parents) if (of === parent) tree.push(pid)
  return tree
}

/** 0 for a process that has ended meanwhile. */
async function parentOf(pid: number): Promise<number> {
  return fieldOf(await statusOf(pid), 'PPid')
}

async function residentBytes(pid: number): Promise<number> {
  return fieldOf(await statusOf(pid), 'VmRSS') * 1024
}

const statusOf = (pid: number): Promise<string> => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')

const fieldOf = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
