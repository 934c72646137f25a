import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'

/** What a figure means depends on where it was measured: kept beside each run. */
export interface BenchRun {
  bench: string
  measuredAt: string
  commit: string
  machine: { cpu: string; cores: number; memoryGb: number; node: string }
  figures: Record<string, unknown>
}

/** Prints the figures and keeps them in bench/runs/<bench>.json. Run from the project's folder. */
export async function keepRun(bench: string, figures: Record<string, unknown>): Promise<void> {
  const run: BenchRun = {
    bench,
    measuredAt: new Date().toISOString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 1024 ** 3),
      node: process.version,
    },
    figures,
  }
  await mkdir(join('bench', 'runs'), { recursive: true })
  await writeFile(join('bench', 'runs', `${bench}.json`), `${JSON.stringify(run, null, 2)}\n`)
}

/** The value below which a share of the values lies (nearest rank); values in any order, at least one. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))
