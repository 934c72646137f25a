import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { htmlTranscriptFormat } from '../../../ingest/transcripts/html-transcript.js'
import { readTranscript } from '../../../ingest/transcripts/read-transcript.js'

const cue = (startMs: number | null, endMs: number | null, speaker: string | null, text: string) => ({
  startMs,
  endMs,
  speaker,
  text,
})
const read = (html: string) => readTranscript(html, 'text/html', 'a').cues

test('cite says who, time says when, p says what; a name goes on', () => {
  expect(
    read(
      '<p>An episode</p><cite>Ann:</cite>\n<time>0:00</time><p>It&#39;s <b>good</b>.</p><p>Really.</p>' +
        '<time>0:12</time><p>So.</p><cite>Bob:</cite><time>1:00:05.5</time><p>Bye &amp; thanks</p>',
    ),
  ).toEqual([
    cue(0, 12_000, 'Ann', "It's good. Really."),
    cue(12_000, 3_605_500, 'Ann', 'So.'),
    cue(3_605_500, 3_605_500, 'Bob', 'Bye & thanks'),
  ])
})

test('times may be in an attribute, or missing', () => {
  expect(
    read('<time datetime="PT1M2S">then</time><p>a</p><time datetime="PT1H">later</time><p>b</p>'),
  ).toEqual([cue(62_000, 3_600_000, null, 'a'), cue(3_600_000, 3_600_000, null, 'b')])
  expect(read('<cite>Ann</cite><p>a</p><cite>Bob</cite><p>b</p><cite>Ann</cite><p>c</p>')).toEqual([
    cue(null, null, 'Ann', 'a'),
    cue(null, null, 'Bob', 'b'),
    cue(null, null, 'Ann', 'c'),
  ])
})

test('speakers and times may be told by class', () => {
  const turn = (name: string, time: string, text: string) =>
    `<div><span class="speaker">${name}</span> <span class="timestamp">${time}</span><p>${text}</p></div>`
  expect(read(turn('Ann', '[00:00:01]', 'Hello.') + turn('Bob', '[00:00:05]', 'Hi.'))).toEqual([
    cue(1_000, 5_000, 'Ann', 'Hello.'),
    cue(5_000, 5_000, 'Bob', 'Hi.'),
  ])
})

test('a list whose terms come again is a dialogue, with times beside the names', () => {
  expect(
    read(
      '<dl><dt>Ann (0:01):</dt><dd>Hello.</dd><dt>Bob (0:05):</dt><dd>Hi.</dd><dt>Ann</dt><dd>Bye.</dd><dt>Ann (0:09)</dt><dd>!1</dd></dl>',
    ),
  ).toEqual([
    cue(1_000, 5_000, 'Ann', 'Hello.'),
    cue(5_000, 9_000, 'Bob', 'Hi.'),
    cue(null, null, 'Ann', 'Bye.'),
    cue(9_000, 9_000, 'Ann', '!1'),
  ])
})

test('lines that begin with a time or a name are read as in plain text', () => {
  expect(
    read(
      '<article><p>[00:00:01] Ann: Hello.</p><p>[00:00:09] Bob: Hi.</p><p>[00:01:00] Ann: Yes.</p></article>',
    ),
  ).toEqual([
    cue(1_000, 9_000, 'Ann', 'Hello.'),
    cue(9_000, 60_000, 'Bob', 'Hi.'),
    cue(60_000, 60_000, 'Ann', 'Yes.'),
  ])
  const said = 'we take it apart and look at it again '.repeat(12).trim()
  const page = `<html><head><title>Talk</title><script>let a = 1</script></head><body><nav>Home</nav><h1>Talk</h1>
    <p><strong>Ann:</strong> ${said}</p><p><strong>Bob:</strong> ${said}</p><p>${said}</p><footer>© us</footer></body></html>`
  expect(read(page)).toEqual([
    cue(null, null, 'Ann', said),
    cue(null, null, 'Bob', said),
    cue(null, null, 'Bob', said),
  ])
})

describe('no transcript', () => {
  const prose = '<p>Some words of a page that is long enough.</p>'.repeat(60)
  test.each([
    [
      'an error page',
      `<html><head><title>404 Not Found</title></head><body>${prose}</body></html>`,
      'text/html',
    ],
    ['a login page', `<html><title>Log in to go on</title><body>${prose}</body></html>`, 'text/html'],
    ['a short page', '<html><body><p>One.</p><p>Two.</p><p>Three.</p></body></html>', 'text/html'],
    ['a page that nobody calls a transcript', `<html><body>${prose}</body></html>`, ''],
    ['XML', `<?xml version="1.0"?><rss>${prose}</rss>`, 'text/html'],
  ])('%s', (_, html, mediaType) => {
    expect(htmlTranscriptFormat.recognizes(html, mediaType)).toBe(false)
  })
})

const example = join(
  process.env.CUEPOINT_SHARED ?? '../shared',
  'data/parser_fixtures/podcast_namespace/docs/examples/transcripts/example.html',
)

test.skipIf(!existsSync(example))(
  'the example of Podcasting 2.0 gives its ten turns (CUEPOINT_SHARED)',
  () => {
    const cues = read(readFileSync(example, 'utf8'))
    expect(cues.map(({ startMs, speaker }) => [startMs, speaker])).toEqual([
      [0, 'Travis'],
      [53_000, 'Sarah'],
      [102_000, 'Travis'],
      [219_000, 'Gilon'],
      [263_000, 'Travis'],
      [322_000, 'Gilon'],
      [376_000, 'Travis'],
      [562_000, 'Sarah'],
      [617_000, 'Gilon'],
      [691_000, 'Travis'],
    ])
  },
)
