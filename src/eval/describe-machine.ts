import { execFile } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { promisify } from 'node:util'
import { packageRoot } from '../package-info.js'
import type { EvalRun } from './eval-run.js'

/** What a figure depends on beside the code: kept in each run. */
export const describeMachine = (): EvalRun['machine'] => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
})

/** Null outside of a checkout: what was installed has no commit. `+` after it: files were changed since. */
export async function findCommit(): Promise<string | null> {
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', ['-C', packageRoot, ...args])).stdout.trim()
  try {
    const commit = await git('rev-parse', '--short', 'HEAD')
    return (await git('status', '--porcelain', '--untracked-files=no')) === '' ? commit : `${commit}+`
  } catch {
    return null
  }
}
