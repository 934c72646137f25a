import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { HostQueue } from '../../../ingest/fetch/host-queue.js'
import { downloadMedia } from '../../../ingest/transcribe/download-media.js'
import { startServer } from '../fetch/local-server.js'
import { SteppedClock } from '../fetch/stepped-clock.js'
import { temporaryFolder } from './temporary.js'

async function aDownload(...answers: ('whole' | 'half' | 'later')[]) {
  const agents: string[] = []
  const origin = await startServer(({ headers }, response) => {
    const answer = answers[agents.length]
    agents.push(headers['user-agent'] ?? '')
    if (answer === 'later') return void response.writeHead(503, { 'retry-after': '6' }).end()
    response.writeHead(200, { 'content-length': 8 })
    // Late enough for the half to be in the file.
    if (answer === 'half') return void response.write('half', () => setTimeout(() => response.destroy(), 200))
    response.end('complete')
  })
  const clock = new SteppedClock()
  const path = join(await temporaryFolder(), 'a')
  const options = { allowPrivate: true, queue: new HostQueue(clock) }
  await clock.run(downloadMedia(`${origin}/a`, path, options))
  return { text: await readFile(path, 'utf8'), agents, passedMs: clock.passedMs }
}

test('a download that breaks off is begun anew, with nothing of the first left', async () => {
  expect(await aDownload('half', 'whole')).toMatchObject({ text: 'complete', agents: { length: 2 } })
})

test('a host that asks for some seconds gets them, and is told who asks', async () => {
  const { text, agents, passedMs } = await aDownload('later', 'whole')
  expect([text, ...agents]).toEqual([
    'complete',
    'Cuepoint/0.1.0 (self-hosted podcast search)',
    'Cuepoint/0.1.0 (self-hosted podcast search)',
  ])
  expect(passedMs).toBeGreaterThanOrEqual(6_000)
})
