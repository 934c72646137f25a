import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A built shell as small as it can be, until the test ends. */
export async function aWebFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-web-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'assets'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html><head><!-- head -->\n<title>Cuepoint</title>\n<!-- /head --></head><body>shell</body></html>',
  )
  await writeFile(join(folder, 'embed.js'), '/* the player */')
  await writeFile(join(folder, 'assets', 'index-abc.js'), '/* the pages */')
  return folder
}
