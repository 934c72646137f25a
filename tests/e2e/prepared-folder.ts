import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** A folder of this run, for what several test files start from: empty, filled by the first file that needs it. */

declare module 'vitest' {
  interface ProvidedContext {
    preparedFolder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = await mkdtemp(join(tmpdir(), 'cuepoint-prepared-'))
  let round = 0
  const provide = () => project.provide('preparedFolder', join(parent, String(round++)))
  provide()
  // Watched, the program may be another one by now.
  project.onTestsRerun(provide)
  return () => rm(parent, { recursive: true, force: true })
}
