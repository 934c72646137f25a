import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isYouTubePage, runYtDlp } from '../../../ingest/fetch/run-yt-dlp.js'
import { startServer } from './local-server.js'

const video = 'https://www.youtube.com/watch?v=abcdefghij1'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A program in the place of yt-dlp, which has the code as its whole text; `argv` are the arguments that it was given. */
async function aProgram(code: string): Promise<[string, string]> {
  const path = join(await aFolder(), 'program.mjs')
  await writeFile(
    path,
    `import { writeFileSync } from 'node:fs'\nconst argv = process.argv.slice(2)\n` +
      `const folder = argv[argv.indexOf('--paths') + 1]\n${code}`,
  )
  return [process.execPath, path]
}

test.each([
  ['https://www.youtube.com/watch?v=abcdefghij1', true],
  ['https://youtu.be/abcdefghij1', true],
  ['https://m.youtube.com/@channel/videos', true],
  ['https://www.youtube.com/playlist?list=PL1', true],
  ['https://www.youtube.com/feeds/videos.xml?channel_id=UC1', false],
  ['https://youtube.com.example/watch?v=abcdefghij1', false],
  ['file:///watch', false],
  ['watch', false],
])('whether %s is a page of YouTube: %s', (location, expected) => {
  expect(isYouTubePage(location)).toBe(expected)
})

describe('runYtDlp', () => {
  test('passes the address as the last of separate arguments, whatever is in it', async () => {
    const folder = await aFolder()
    const command = await aProgram(`writeFileSync(folder + '/a.info.json', JSON.stringify(argv))`)
    const url = 'https://youtu.be/abcdefghij1?x=$(touch%20pwned);`id`&y=" --exec rm'
    expect(await runYtDlp(url, { folder, command })).toEqual([])
    const argv = JSON.parse(await readFile(join(folder, 'a.info.json'), 'utf8')) as string[]
    expect(argv.slice(-2)).toEqual(['--', url])
    expect(argv).toContain('--ignore-config')
  })

  test('asks again only for what is not settled since the last run', async () => {
    const folder = await aFolder()
    const command = await aProgram(`writeFileSync(folder + '/a.info.json', JSON.stringify(argv))`)
    await runYtDlp(video, { folder, command, lastRunAt: '2026-03-20T00:00:00.000Z' })
    const argv = JSON.parse(await readFile(join(folder, 'a.info.json'), 'utf8')) as string[]
    expect(argv[argv.indexOf('--break-match-filters') + 1]).toBe('upload_date>=?20260306')
  })

  test('what it could not get of single videos are issues', async () => {
    const folder = await aFolder()
    const command = await aProgram(
      `writeFileSync(folder + '/a.info.json', '{}'); console.error('ERROR: [youtube] b: Private video'); process.exit(1)`,
    )
    expect(await runYtDlp(video, { folder, command })).toEqual([
      { code: 'FETCH_FAILED', where: video, message: 'ERROR: [youtube] b: Private video' },
    ])
  })

  test('nothing at all is a failure that says what it said', async () => {
    const command = await aProgram(`console.error('ERROR: no such channel'); process.exit(1)`)
    await expect(runYtDlp(video, { folder: await aFolder(), command })).rejects.toMatchObject({
      code: 'FETCH_FAILED',
      message: expect.stringContaining('ERROR: no such channel') as string,
    })
  })

  test('where it is not installed the message says what to install', async () => {
    const command = ['no-such-program-here'] as const
    await expect(runYtDlp(video, { folder: await aFolder(), command })).rejects.toMatchObject({
      code: 'YTDLP_MISSING',
      message: expect.stringContaining('https://github.com/yt-dlp/yt-dlp') as string,
    })
  })

  test('it ends with what it started when it is interrupted', async () => {
    const folder = await aFolder()
    const command = await aProgram(
      `import('node:child_process').then(({ spawn }) => {
        const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
        writeFileSync(folder + '/pids', process.pid + ' ' + child.pid)
        setInterval(() => {}, 1000)
      })`,
    )
    const abort = new AbortController()
    const running = runYtDlp(video, { folder, command, signal: abort.signal })
    const failed = expect(running).rejects.toMatchObject({ code: 'INGEST_INTERRUPTED' })
    while (!existsSync(join(folder, 'pids'))) await pause(20)
    const pids = (await readFile(join(folder, 'pids'), 'utf8')).split(' ').map(Number)
    abort.abort()
    await failed
    for (const pid of pids) await expect.poll(() => isAlive(pid)).toBe(false)
  })
})

/** A process that ended and that nobody has taken leave of is no longer alive. */
function isAlive(pid: number): boolean {
  const status = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return status !== '' && !status.startsWith('Z')
}

const isInstalled = spawnSync('yt-dlp', ['--version']).status === 0

test.skipIf(!isInstalled)(
  'the real yt-dlp takes the arguments (skipped where it is not installed)',
  async () => {
    const origin = await startServer((_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' }).end(Buffer.alloc(1000))
    })
    const folder = await aFolder()
    expect(await runYtDlp(`${origin}/talk.mp4`, { folder, lastRunAt: '2026-03-20T00:00:00.000Z' })).toEqual(
      [],
    )
    expect(await readdir(folder)).toEqual(['talk.info.json'])
  },
)
