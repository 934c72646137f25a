import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { cutScriptFormat } from '../../../src/editor/export/cut-script.js'
import {
  aHostileCollection,
  anExportClip,
  anExportCollection,
  anExportDocument,
  aWrittenClip,
  hostileTexts,
  sequence,
} from '../../builders/exports.js'
import { hasFfmpeg, isThere, testWith } from '../../builders/programs.js'
import { decode, findSound, lengthMs, sliceMs } from '../cut/find-sound.js'

const recording = resolve('data/sample/five-minutes-on-search/audio/07-evaluation.mp3')

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuepoint-script-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs the script as `sh script …` in an empty folder. */
function run(script: string, { words = [] as string[], env = {}, folder = aFolder() } = {}) {
  const path = join(folder, 'cuts.sh')
  writeFileSync(path, script)
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['cuts.sh', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr, folder }
}

const local = (title: string, index = 0) =>
  anExportClip({
    id: `${index}`,
    title,
    startMs: 12_345 + index,
    endMs: 14_345 + index,
    document: anExportDocument({ mediaUrl: pathToFileURL(recording).href }),
  })

/** A folder whose programs are all but ffmpeg, for which the words it was started with are written down. */
function aRecorder() {
  const bin = aFolder()
  const log = join(bin, 'log')
  writeFileSync(
    join(bin, 'ffmpeg'),
    `#!/bin/sh\nfor word; do printf '%s\\0' "$word" >>'${log}'; done\nprintf '\\n' >>'${log}'\nfor last; do :; done\n: >"\${last#file:}"\n`,
    { mode: 0o755 },
  )
  const calls = () =>
    readFileSync(log, 'utf8')
      .split('\0\n')
      .filter(Boolean)
      .map((line) => line.split('\0'))
  return { env: { PATH: `${bin}:${process.env.PATH}` }, calls }
}

test('no text of a stranger is more than a text to the shell', () => {
  const { env, calls } = aRecorder()
  const clips = hostileTexts.map((text, index) => ({ ...local(text, index), note: text, tags: [text] }))
  const odd = anExportClip({
    id: 'odd',
    document: anExportDocument({ mediaUrl: `https://example.org/$(touch%20pwned)'";x\`y\`.mp3?a=1&b=2` }),
  })
  const { status, stderr, folder } = run(
    cutScriptFormat.write(
      anExportCollection([...clips, odd, aWrittenClip({ text: hostileTexts.join('\n') })], {
        title: hostileTexts.join(''),
      }),
      sequence,
    ),
    { env },
  )
  expect(stderr).not.toContain('not found')
  expect(status).toBe(0)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(names.filter((name) => name.includes('pwned') && !name.includes('touch'))).toEqual([])
  const inputs = calls().map((words) => words[words.indexOf('-i') + 1])
  expect(inputs).toEqual([
    ...hostileTexts.map(() => `file:${recording}`),
    `https://example.org/$(touch%20pwned)'%22;x%60y%60.mp3?a=1&b=2`,
    'file:.cuepoint-list.txt',
  ])
})

test('the script is correct POSIX shell for whatever it holds', () => {
  for (const collection of [aHostileCollection(), anExportCollection([]), anExportCollection([local('One')])])
    execFileSync('/bin/sh', ['-n'], { input: cutScriptFormat.write(collection, sequence) })
})

testWith({ shellcheck: isThere('shellcheck', '--version') })('shellcheck finds nothing in it', () => {
  for (const collection of [
    aHostileCollection(),
    anExportCollection([]),
    anExportCollection([local('One')]),
  ]) {
    // SC2016: that nothing within single quotes is expanded is what they are for.
    const words = ['--shell=sh', '--severity=style', '--exclude=SC2016', '-']
    const { stdout } = spawnSync('shellcheck', words, {
      input: cutScriptFormat.write(collection, sequence),
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
  }
})

testWith({ ffmpeg: hasFfmpeg })(
  'it cuts and joins the real sound within 50 ms, and refuses to write over it',
  () => {
    const clips = ["it's one", 'two'].map((title, index) => local(title, index * 20_000))
    const script = cutScriptFormat.write(anExportCollection([...clips, aWrittenClip()]), sequence)
    const { status, stdout, stderr, folder } = run(script, { words: ['-out'] })
    expect([status, stdout]).toEqual([0, './-out/Best of.wav\n'])
    expect(stderr).toContain('Left out, since it has no times: Words as written.')
    expect(readdirSync(join(folder, '-out')).sort()).toEqual(["01 it's one.wav", '02 two.wav', 'Best of.wav'])

    const joined = decode(join(folder, '-out', 'Best of.wav'))
    const whole = decode(recording)
    expect(Math.abs(lengthMs(joined) - 4000)).toBeLessThanOrEqual(50)
    for (const [index, { startMs }] of clips.entries()) {
      const at = index * 2000
      const first = findSound(sliceMs(joined, at, at + 1000), whole, { nearMs: startMs ?? 0, withinMs: 150 })
      const last = findSound(sliceMs(joined, at + 1000, at + 2000), whole, {
        nearMs: (startMs ?? 0) + 1000,
        withinMs: 150,
      })
      expect(Math.abs(first.atMs - (startMs ?? 0))).toBeLessThanOrEqual(50)
      expect(Math.abs(last.atMs - (startMs ?? 0) - 1000)).toBeLessThanOrEqual(50)
    }

    const again = run(script, { words: ['-out'], folder })
    expect(again.status).toBe(1)
    expect(again.stderr).toContain("./-out/01 it's one.wav is there already")
    expect(run(script, { words: ['-out'], folder, env: { REPLACE: '1' } }).status).toBe(0)
  },
)

test('without ffmpeg it says what to do, before it makes anything', () => {
  const { status, stderr, folder } = run(
    cutScriptFormat.write(anExportCollection([local('One')]), sequence),
    {
      env: { PATH: aFolder() },
    },
  )
  expect(status).toBe(127)
  expect(stderr).toMatch(/^ffmpeg is not on the PATH\. Install it .*apt install ffmpeg/)
  expect(readdirSync(folder)).toEqual(['cuts.sh'])
})

test('a collection of what cannot be cut is a script that says so', () => {
  const { status, stderr } = run(
    cutScriptFormat.write(anExportCollection([aWrittenClip()]), sequence),
    aRecorder(),
  )
  expect(status).toBe(0)
  expect(stderr).toBe('Left out, since it has no times: Words as written.\nThere is nothing to cut.\n')
})
