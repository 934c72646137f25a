import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const prefix = 'transcribe-'
/** Longer than any recording takes: what is older was left by a process that was killed. */
const abandonedMs = 7 * 24 * 3_600_000

/** Gives `use` an empty folder below `parent` (made when missing) and removes it afterwards, whatever happens. */
export async function withTemporaryFolder<Result>(
  parent: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(parent, { recursive: true })
  await removeAbandoned(parent)
  const folder = await mkdtemp(join(parent, prefix))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    const folder = join(parent, name)
    // Another process may be removing it as well.
    const changedMs = (await stat(folder).catch(() => null))?.mtimeMs ?? Date.now()
    if (Date.now() - changedMs > abandonedMs) await rm(folder, { recursive: true, force: true })
  }
}
