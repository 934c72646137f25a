import { describe, expect, test } from 'vitest'
import {
  cleanNewsletter,
  plainUnknownReferences,
  resolveLiquid,
} from '../../scripts/sample/bitcoin/clean-newsletter.js'
import { markdownToSpeech } from '../../scripts/sample/bitcoin/markdown-to-speech.js'
import { podcastGuid } from '../../scripts/sample/bitcoin/podcast-guid.js'
import { readRecap, readSections } from '../../scripts/sample/bitcoin/read-optech.js'
import { readTurnTranscript } from '../../scripts/sample/bitcoin/read-turn-transcript.js'
import { durationMs, timeCues } from '../../scripts/sample/bitcoin/time-cues.js'
import { formatVttTime, parseClock } from '../../scripts/sample/bitcoin/timecode.js'
import { writeChapters } from '../../scripts/sample/bitcoin/write-chapters.js'
import { type FeedItem, writeFeed } from '../../scripts/sample/bitcoin/write-feed.js'
import { writeVtt } from '../../scripts/sample/bitcoin/write-vtt.js'

const aTurn = (startMs: number, text = 'one two', speaker = 'Ada') => ({
  startMs,
  voices: [{ speaker, text }],
})

const errorWith = (code: string) => expect.objectContaining({ code }) as Error

describe('times', () => {
  test('a clock time is read with and without hours', () => {
    expect([parseClock('0:00'), parseClock('18:07'), parseClock('01:02:03')]).toEqual([
      0, 1_087_000, 3_723_000,
    ])
  })

  test.each(['18', '1:60', '00.14:52', '1:2', ''])('"%s" is no clock time', (clock) => {
    expect(() => parseClock(clock)).toThrow(errorWith('SAMPLE_TIME_INVALID'))
  })

  test('a VTT time always has hours and three decimals', () => {
    expect([formatVttTime(0), formatVttTime(59_999), formatVttTime(3_600_400)]).toEqual([
      '00:00:00.000',
      '00:00:59.999',
      '01:00:00.400',
    ])
  })
})

describe('ends of cues', () => {
  const endsOf = (...turns: ReturnType<typeof aTurn>[]) => timeCues(turns).map(({ endMs }) => endMs)

  test('a turn ends where the next one starts, the last one after its words at 150 a minute', () => {
    expect(endsOf(aTurn(0), aTurn(7_000, 'one two three'))).toEqual([7_000, 8_200])
  })

  test('a turn whose next one starts earlier, or at once, ends after its words; order and starts stay', () => {
    const cues = timeCues([aTurn(5_000), aTurn(5_000), aTurn(90_000), aTurn(9_000), aTurn(12_000)])
    expect(cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [5_000, 5_800], // the next starts at once
      [5_000, 90_000],
      [90_000, 90_800], // the next starts earlier
      [9_000, 12_000],
      [12_000, 12_800],
    ])
  })

  test('a cue without words still ends after its start', () => {
    expect(endsOf(aTurn(1_000, ''))).toEqual([1_001])
  })

  test('the duration is the latest end, also when the last turn is not the latest', () => {
    expect(durationMs(timeCues([aTurn(60_000), aTurn(1_000)]))).toBe(60_800)
    expect(durationMs([])).toBe(0)
  })
})

describe('speech out of Markdown', () => {
  test.each([
    ['the [package relay](https://a.example/x_(y)_z#q) proposal', 'the package relay proposal'],
    ['see [Newsletter #5][news5 x].', 'see Newsletter #5.'],
    ['run `bitcoind` with `-x`', 'run bitcoind with -x'],
    ['2<sup>8,000</sup> times', '2^8,000 times'],
    ['an OP\\_RETURN and OP_RETURN_X', 'an OP_RETURN and OP_RETURN_X'],
    ['*except *what about _that_', 'except what about that'],
    ['a * b < c & d [laughs]', 'a * b < c & d [laughs]'],
  ])('%s', (markdown, speech) => expect(markdownToSpeech(markdown)).toBe(speech))
})

describe('a transcript of turns', () => {
  test('headings become chapters at the turn they precede or stand inside and leave the text', () => {
    const { turns, chapters } = readTurnTranscript(
      '## Intro\nAda: 00:00:05\n\nHello.\n\nGo on.\n\n## Inside\n\nStill Ada.\n\n### Next `one`\n\nBob: 1:00\n\nYes.\n\n## After\n',
      'x.md',
    )
    expect(turns).toEqual([aTurn(5_000, 'Hello.\nGo on.\nStill Ada.'), aTurn(60_000, 'Yes.', 'Bob')])
    expect(chapters).toEqual([
      { startMs: 5_000, title: 'Intro' },
      { startMs: 5_000, title: 'Inside' },
      { startMs: 60_000, title: 'Next one' },
      { startMs: 60_000, title: 'After' },
    ])
  })

  test('a time or a colon inside a sentence opens no turn, and a turn without text is left out', () => {
    const { turns } = readTurnTranscript(
      'Ada: 0:01\nNote: at 10:30 we met.\nBob: 0:02\n\nAda: 0:03\nSo.',
      'x.md',
    )
    expect(turns).toEqual([aTurn(1_000, 'Note: at 10:30 we met.'), aTurn(3_000, 'So.')])
  })

  test.each(['Hello.', 'Ada: 0:01\nHi.\nBob 00:00:05\nYes.', 'Ada: 0:01\nHi.\nBob: 00.00:05\nYes.'])(
    'text before the first turn or a mistyped turn is refused: %j',
    (body) => expect(() => readTurnTranscript(body, 'x.md')).toThrow(errorWith('SAMPLE_TURN_UNREADABLE')),
  )
})

describe('an Optech recap', () => {
  const talk =
    '**Ada**: Welcome\nback.\n\n_The first\nitem_\n\n**Ada**: One.\n\nMore.\n\n**Bob**: Two.\n\n_X #2_\n\nWe go on.\n\n{% include references.md %}\n'

  test('a section keeps its voices in order, and the speaker carries over where none is named', () => {
    expect(readSections(talk)).toEqual([
      { title: null, voices: [{ speaker: 'Ada', text: 'Welcome back.' }] },
      {
        title: 'The first item',
        voices: [
          { speaker: 'Ada', text: 'One.\nMore.' },
          { speaker: 'Bob', text: 'Two.' },
        ],
      },
      { title: 'X #2', voices: [{ speaker: 'Bob', text: 'We go on.' }] },
    ])
  })

  const file = {
    yaml: '',
    fields: { title: 'Recap', permalink: '/p/', reference: '/n/' },
    body: `A [letter]({{page.reference}}).\n\n{% include functions/podcast-player.md url="https://a.example/1.m4a" %}\n\n## Transcription\n\n${talk}`,
  }

  test('sections take the timestamps of the newsletter in the order of the recording', () => {
    const recap = readRecap(file, '{% assign timestamp="2:00" %} {% assign timestamp="0:30" %}', 'x.md')
    expect(recap).toMatchObject({ introduction: 'A [letter](/n/).', audioUrl: 'https://a.example/1.m4a' })
    expect(recap.sections.map(({ title, startMs }) => [title, startMs])).toEqual([
      [null, 0],
      ['The first item', 30_000],
      ['X #2', 120_000],
    ])
  })

  test('another number of timestamps than of sections is refused', () => {
    expect(() => readRecap(file, '{% assign timestamp="0:30" %}', 'x.md')).toThrow(
      errorWith('SAMPLE_SECTIONS_MISMATCH'),
    )
  })
})

describe('WebVTT and chapters', () => {
  test('names and text are escaped, so that no word can end a cue or a span', () => {
    const cue = { ...aTurn(0, 'a < b --> c & d', 'A&B'), endMs: 1_000 }
    expect(writeVtt([cue], 'Note')).toBe(
      'WEBVTT\n\nNOTE\nNote\n\n00:00:00.000 --> 00:00:01.000\n<v A&amp;B>a &lt; b --&gt; c &amp; d\n',
    )
  })

  test('several voices of one cue are closed spans on lines of their own', () => {
    const voices = [...aTurn(0, 'Hi.').voices, ...aTurn(0, 'Yes.', 'Bob').voices]
    expect(writeVtt([{ startMs: 0, endMs: 500, voices }], 'Note')).toContain(
      '00:00:00.000 --> 00:00:00.500\n<v Ada>Hi.</v>\n<v Bob>Yes.</v>\n',
    )
  })

  test('chapters are version 1.2 with times in seconds', () => {
    const json = writeChapters([{ startMs: 1_500, title: 'A' }])
    expect(JSON.parse(json)).toEqual({ version: '1.2.0', chapters: [{ startTime: 1.5, title: 'A' }] })
  })
})

describe('newsletters', () => {
  test('Liquid is resolved where the value is in the file and removed elsewhere', () => {
    const liquid =
      '{% comment %}<!-- x -->{% endcomment %}{% assign bse = "https://a.example/" %}\nText. {% assign timestamp="1:05" %}\n[Q]({{bse}}12)\n{:.center}\n{% include references.md %}\n'
    expect(resolveLiquid(liquid)).toBe('\nText.\n[Q](https://a.example/12)\n\n\n')
  })

  test('a list of questions becomes Markdown, quotes and percent signs kept', () => {
    const liquid =
      '{% include functions/details-list.md\n  q0="Why\n  \\"x\\"?"\n  a0="At 5% of [y][]."\n  a0link="https://a.example/"\n%}'
    expect(resolveLiquid(liquid)).toBe('- **Why "x"?**\n  At 5% of [y][]. [Discussion](https://a.example/)')
  })

  test('a reference link without a definition keeps its text; labels match across lines and case', () => {
    expect(
      plainUnknownReferences(
        '[a][Known\n  ref] [b `c`][no] [d][] [known ref][] `[e][f]`\n\n[known REF]: /x\n',
      ),
    ).toBe('[a][Known\n  ref] b `c` d [known ref][] `[e][f]`\n\n[known REF]: /x\n')
  })

  test('the front matter stays and gains date and podcast', () => {
    const source =
      '---\ntitle: \'N #1\'\n---\nText {% assign timestamp="1:05" %}\n\n\n\nEnd {% include references.md %}\n'
    expect(
      cleanNewsletter(source, { date: '2025-01-02', podcast: 'https://a.example/p', where: 'n.md' }),
    ).toBe("---\ntitle: 'N #1'\ndate: 2025-01-02\npodcast: https://a.example/p\n---\nText\n\nEnd\n")
  })

  test('template code that cannot be resolved is refused', () => {
    const source = '---\ntitle: N\n---\n{{page.unknown}}\n'
    expect(() => cleanNewsletter(source, { date: '', podcast: '', where: 'n.md' })).toThrow(
      errorWith('SAMPLE_TEMPLATE_CODE_LEFT'),
    )
  })
})

describe('the feed', () => {
  const channel = {
    title: 'A & B',
    description: 'd',
    link: 'https://a.example/',
    author: 'a',
    copyright: 'c',
    address: 'a.example',
  }
  const anItem = (changes: Partial<FeedItem>): FeedItem => ({
    guid: 'g',
    title: 't',
    link: 'https://a.example/1',
    date: '2025-03-04',
    description: 'd',
    contentHtml: '<p>d</p>',
    mediaUrl: null,
    durationMs: 1_001,
    episode: null,
    people: [],
    keywords: [],
    transcriptHref: 'transcripts/t.vtt',
    chaptersHref: null,
    ...changes,
  })

  test('text and attributes are escaped, an unknown enclosure, episode or chapter file is left out', () => {
    const feed = writeFeed(channel, [
      anItem({ title: '<7 & "x">', people: [{ name: 'O&O', role: 'guest' }] }),
    ])
    expect(feed).toContain('<title>&lt;7 &amp; "x"&gt;</title>')
    expect(feed).toContain('<podcast:person role="guest">O&amp;O</podcast:person>')
    expect(feed).toContain('<itunes:duration>2</itunes:duration>')
    expect(feed).not.toMatch(/<enclosure|itunes:episode|podcast:chapters|itunes:keywords/)
  })

  test('an enclosure has its URL, an unknown length and the type of its extension', () => {
    const feed = writeFeed(channel, [anItem({ mediaUrl: 'https://a.example/1.m4a?a=1&b="' })])
    expect(feed).toContain(
      '<enclosure url="https://a.example/1.m4a?a=1&amp;b=&quot;" length="0" type="audio/x-m4a"/>',
    )
  })

  test('items come newest first, those of one day by guid', () => {
    const feed = writeFeed(channel, [
      anItem({ guid: 'b' }),
      anItem({ guid: 'old', date: '2024-12-31' }),
      anItem({ guid: 'a' }),
    ])
    expect([...feed.matchAll(/isPermaLink="false">(\w+)</g)].map((match) => match[1])).toEqual([
      'a',
      'b',
      'old',
    ])
  })

  test('podcast:guid is the one of the specification for its example', () => {
    expect(podcastGuid('https://podnews.net/rss/')).toBe('9b024349-ccf0-5f69-a609-6b82873eab3c')
  })
})
