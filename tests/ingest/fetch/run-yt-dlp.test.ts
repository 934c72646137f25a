import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isYouTubePage, runYtDlp } from '../../../ingest/fetch/run-yt-dlp.js'
import { expectGone, longEnoughToStart, programThatHangs, readPids } from '../../builders/processes.js'
import { startServer } from './local-server.js'

const video = 'https://www.youtube.com/watch?v=abcdefghij1'

const settled = (id: string, extractor: string): string =>
  `{"id": "${id}", "extractor_key": "${extractor}", "upload_date": "20200101", "_type": "video"}`

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

  test('hands over the list of what is settled, and has it not written to', async () => {
    const folder = await aFolder()
    const command = await aProgram(`writeFileSync(folder + '/a.info.json', JSON.stringify(argv))`)
    await writeFile(join(folder, 'abcdefghij1.info.json'), settled('abcdefghij1', 'Youtube'))
    await runYtDlp(video, { folder, command })
    const argv = JSON.parse(await readFile(join(folder, 'a.info.json'), 'utf8')) as string[]
    const archive = argv[argv.indexOf('--download-archive') + 1] ?? ''
    expect(await readFile(archive, 'utf8')).toBe('youtube abcdefghij1\n')
    expect(argv).not.toContain('--force-write-archive')
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
    const pidsFile = join(folder, 'pids')
    const command = await aProgram(programThatHangs(pidsFile))
    const abort = new AbortController()
    const running = runYtDlp(video, { folder, command, signal: abort.signal })
    const failed = expect(running).rejects.toMatchObject({ code: 'INGEST_INTERRUPTED' })
    const pids = await readPids(pidsFile)
    abort.abort()
    await failed
    await expectGone(pids)
  })

  test('what it got in its time is kept, and that there is more is an issue', async () => {
    const folder = await aFolder()
    const command = await aProgram(
      `writeFileSync(folder + '/a.info.json', '{}'); setInterval(() => {}, 1000)`,
    )
    expect(await runYtDlp(video, { folder, command, timeMs: await longEnoughToStart() })).toEqual([
      {
        code: 'FETCH_FAILED',
        where: video,
        message: expect.stringMatching(
          /^yt-dlp took longer than \d+ minutes and was stopped; the next pull goes on with what is missing\.$/,
        ) as string,
      },
    ])
    const slow = await aProgram('setInterval(() => {}, 1000)')
    await expect(
      runYtDlp(video, { folder: await aFolder(), command: slow, timeMs: 500 }),
    ).rejects.toMatchObject({ code: 'FETCH_FAILED' })
  })
})

const isInstalled = spawnSync('yt-dlp', ['--version']).status === 0

describe.skipIf(!isInstalled)('the real yt-dlp (skipped where it is not installed)', () => {
  const serve = () =>
    startServer((_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' }).end(Buffer.alloc(1000))
    })

  test('takes the arguments, and passes over what is settled', async () => {
    const origin = await serve()
    const folder = await aFolder()
    expect(await runYtDlp(`${origin}/talk.mp4`, { folder })).toEqual([])
    expect((await readdir(folder)).sort()).toEqual(['.archive.txt', 'talk.info.json'])
    const info = join(folder, 'talk.info.json')
    await writeFile(info, settled('talk', 'Generic'))
    expect(await runYtDlp(`${origin}/talk.mp4`, { folder })).toEqual([])
    // It would have been written anew.
    expect(await readFile(info, 'utf8')).toBe(settled('talk', 'Generic'))
    expect(await readFile(join(folder, '.archive.txt'), 'utf8')).toBe('generic talk\n')
  })

  test('does not ask YouTube for a video that is settled', async () => {
    const folder = await aFolder()
    await writeFile(join(folder, 'abcdefghij1.info.json'), settled('abcdefghij1', 'Youtube'))
    // There is no such video: asking for it would be an error, with a network and without.
    expect(await runYtDlp(video, { folder })).toEqual([])
  })
})
