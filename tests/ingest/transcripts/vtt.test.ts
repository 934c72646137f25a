import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { vttFormat } from '../../../ingest/transcripts/vtt.js'

const cuesOf = (...blocks: string[]) => vttFormat.read(['WEBVTT', ...blocks].join('\n\n')).cues
const at = '00:00:01.000 --> 00:00:02.500'
const cue = (speaker: string | null, text: string, startMs = 1000, endMs = 2500) => ({
  startMs,
  endMs,
  speaker,
  text,
})

test('a file is recognised by its signature, not by a word that begins like it', () => {
  expect(vttFormat.recognizes('WEBVTT - a title\n', 'text/plain')).toBe(true)
  expect(vttFormat.recognizes('WEBVTTX\n', 'text/vtt')).toBe(false)
})

test('hours are optional, and settings after the times are ignored', () => {
  expect(
    cuesOf('00:01.000 --> 00:02.500 align:start position:0%\nOne', '01:00:00.001 --> 01:00:01.000\nTwo'),
  ).toEqual([cue(null, 'One'), cue(null, 'Two', 3_600_001, 3_601_000)])
})

test('comments, styles and regions are no cues, and identifiers no text', () => {
  const { cues, issues } = vttFormat.read(
    `WEBVTT\n\nNOTE by hand\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nintro 1\n${at}\nHello\n`,
  )
  expect({ cues, issues }).toEqual({ cues: [cue(null, 'Hello')], issues: [] })
})

test.each(['\r\n', '\r'])('lines may end in %j', (end) => {
  expect(vttFormat.read(`WEBVTT\n\n${at}\nOne\ntwo\n`.replaceAll('\n', end)).cues).toEqual([
    cue(null, 'One two'),
  ])
})

test('the header may name the language', () => {
  expect(vttFormat.read(`WEBVTT\nKind: captions\nLanguage: de-CH\n\n${at}\nHallo`).language).toBe('de-ch')
})

test('the voices of one cue become cues of the same range, and classes are no part of the name', () => {
  expect(cuesOf(`${at}\n<v Ann>Yes.</v>\n<v.loud Bob B.>No &amp; <i>never</i>.</v>`)).toEqual([
    cue('Ann', 'Yes.'),
    cue('Bob B.', 'No & never.'),
  ])
})

test('inside a cue, text after the end of a voice is nobody’s', () => {
  expect(cuesOf(`${at}\n<v Ann>Yes.</v> (applause)`)).toEqual([cue('Ann', 'Yes.'), cue(null, '(applause)')])
})

test('a speaker goes on through cues that name none', () => {
  const cues = cuesOf(`${at}\n<v Ann>Yes.`, `${at}\nAnd more.`, `${at}\n<v Bob>No.`, `${at}\nNever.`)
  expect(cues.map(({ speaker }) => speaker)).toEqual(['Ann', 'Ann', 'Bob', 'Bob'])
})

test('a line inside a cue that begins with the name of a voice is a turn of that voice', () => {
  const cues = cuesOf(
    `${at}\n<v Ann Lee>What is it?\nBob B.:\nA trick.\nAnn Lee: Thanks.`,
    `${at}\n<v Bob B.>Sure.`,
  )
  expect(cues).toEqual([
    cue('Ann Lee', 'What is it?'),
    cue('Bob B.', 'A trick.'),
    cue('Ann Lee', 'Thanks.'),
    cue('Bob B.', 'Sure.'),
  ])
})

test('a name that no voice has, and one inside a line, stay words', () => {
  const cues = cuesOf(`${at}\n<v Ann>Remember: never.\nCarl: he said it. So Bob: no.`, `${at}\n<v Bob>Yes.`)
  expect(cues[0]).toEqual(cue('Ann', 'Remember: never. Carl: he said it. So Bob: no.'))
})

test('each dialogue dash begins a cue of somebody unnamed', () => {
  expect(cuesOf(`${at}\n<v Ann>Yes.`, `${at}\n- Is it\nso?\n- It is.`)).toEqual([
    cue('Ann', 'Yes.'),
    cue(null, 'Is it so?'),
    cue(null, 'It is.'),
  ])
})

test('tags and inline times are stripped inside words, entities decoded once, and other < kept', () => {
  expect(cuesOf(`${at}\nwel<c.x>come</c> <00:00:01.500>back &lt;b&gt; &amp;lt; a < b &#x41;&nope;`)).toEqual([
    cue(null, 'welcome back <b> &lt; a < b A&nope;'),
  ])
})

test('a line that is no time line costs its cue only, and is named', () => {
  const { cues, issues } = vttFormat.read(`WEBVTT\n\n00:00:xx.000 --> 00:00:02.000\nLost\n\n${at}\nKept`)
  expect(cues).toEqual([cue(null, 'Kept')])
  expect(issues).toEqual([
    {
      code: 'CUE_TIMES_INVALID',
      where: 'line 3',
      message: '"00:00:xx.000 --> 00:00:02.000" is no time line; its cue is left out',
    },
  ])
})

test('a forgotten blank line between cues is forgiven', () => {
  expect(cuesOf(`00:01.000 --> 00:02.500\nOne\n00:03.000 --> 00:04.000\nTwo`)).toEqual([
    cue(null, 'One'),
    cue(null, 'Two', 3000, 4000),
  ])
})

test('`Name:` names speakers where no voice does', () => {
  expect(
    cuesOf(`${at}\nAnn Lee: Hello.`, `${at}\nAnd welcome.`).map(({ speaker, text }) => [speaker, text]),
  ).toEqual([
    ['Ann Lee', 'Hello.'],
    ['Ann Lee', 'And welcome.'],
  ])
})

test('automatic captions of YouTube are folded: each line once, from its first to its last word', () => {
  const file = path.join(import.meta.dirname, '../../fixtures/transcripts/youtube_auto_rolling.vtt')
  const speaker = null
  expect(vttFormat.read(readFileSync(file, 'utf8'))).toEqual({
    cues: [
      { startMs: 240, endMs: 2280, speaker, text: 'welcome back to the workshop' },
      { startMs: 2880, endMs: 5480, speaker, text: 'today we compare two search indexes' },
      { startMs: 6000, endMs: 8550, speaker, text: '[Music]' },
      { startMs: 8560, endMs: 10760, speaker, text: "and why it's slow" },
      { startMs: 8560, endMs: 10760, speaker, text: 'sometimes' },
    ],
    machine: true,
    language: 'en',
    issues: [],
  })
})

test('captions of kind `captions` with inline times for most lines are those of a recogniser, rolling or not', () => {
  const cue = '00:01.000 --> 00:02.000\nso<00:01.500><c> it</c> goes\n'
  expect(vttFormat.read(`WEBVTT\nKind: captions\n\n${cue}`).machine).toBe(true)
  expect(vttFormat.read(`WEBVTT\n\n${cue}`).machine).toBe(false)
  expect(vttFormat.read(`WEBVTT\nKind: captions\n\n00:01.000 --> 00:02.000\nso it goes\n`).machine).toBe(
    false,
  )
})

test('of a file full of bad lines only the first fifty are told one by one', () => {
  const { issues } = vttFormat.read(`WEBVTT\n\n${'nothing\n\n'.repeat(80)}`)
  expect(issues).toHaveLength(51)
  expect(issues[50]?.message).toMatch(/^30 more problems from here on/u)
})

test('a cue of half a million dialogue turns is read', () => {
  expect(cuesOf(`${at}\n${'- x\n'.repeat(500_000)}`)).toHaveLength(500_000)
})
