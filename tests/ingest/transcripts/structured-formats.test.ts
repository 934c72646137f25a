import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTranscript } from '../../../ingest/transcripts/read-transcript.js'
import { AppError } from '../../../src/errors.js'

const readFixture = (name: string) =>
  readTranscript(
    readFileSync(path.join(import.meta.dirname, '../../fixtures/transcripts', name), 'utf8'),
    '',
    name,
  )
const read = (value: unknown) => readTranscript(JSON.stringify(value), 'application/json', 'a.json')
const rows = ({ cues }: ReturnType<typeof readTranscript>) =>
  cues.map(({ startMs, endMs, speaker, text }) => [startMs, endMs, speaker, text])

function errorOf(run: () => unknown): { code: string; message: string } {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('Podcasting 2.0 JSON', () => {
  test('words become phrases, the speaker carries over, and a word without a possible time is an issue', () => {
    const transcript = readFixture('words.podcast.json')
    expect(rows(transcript)).toEqual([
      [500, 2100, 'Ann', 'I am here.'],
      [2750, 3400, 'Bo', 'Are you?'],
    ])
    expect(transcript.machine).toBe(false)
    expect(transcript.issues).toEqual([
      {
        code: 'CUE_TIMES_INVALID',
        where: 'words.podcast.json, segment 7',
        message: '-40 to 3.4 are no times from 0 on; it is left out',
      },
    ])
  })

  test('phrases stay as they were published, for the next stage to mend their ends', () => {
    expect(rows(readFixture('phrases.podcast.json'))).toEqual([
      [0, 3020, 'Ann', "In today's episode, you'll learn whether"],
      [3020, 1000, 'Ann', 'or not you should have a trailer.'],
      [6200, 6200, 'Bo', 'My question is: do we need one?'],
    ])
  })

  test('words without ends last until the next one, or a second', () => {
    const segments = ['This', 'is', 'it.'].map((body, index) => ({ body, startTime: index * 0.4 }))
    expect(rows(read({ version: '1.0.0', segments }))).toEqual([[0, 1800, null, 'This is it.']])
  })

  test('segments without any times are cues without times', () => {
    expect(rows(read({ version: '1.0.0', segments: [{ body: 'Nobody timed this at all.' }] }))).toEqual([
      [null, null, null, 'Nobody timed this at all.'],
    ])
  })

  test('no segments at all is an empty transcript', () => {
    expect(errorOf(() => read({ version: '1.0.0', segments: [] })).code).toBe('TRANSCRIPT_EMPTY')
  })

  const example = path.join(
    process.env.CUEPOINT_SHARED ?? '../shared',
    'data/parser_fixtures/podcast_namespace/docs/examples/transcripts/example.json',
  )
  test.skipIf(!existsSync(example))('the example of the specification (CUEPOINT_SHARED)', () => {
    expect(rows(readTranscript(readFileSync(example, 'utf8'), '', 'example'))).toEqual([
      [500, 2500, 'Darth Vader', 'I am your father.'],
      [2750, 3000, 'Luke', 'Nooooo'],
    ])
  })
})

describe('Whisper JSON', () => {
  test('sentences have the times of their words; what was guessed over silence is dropped', () => {
    const transcript = readFixture('openai-whisper.json')
    expect(rows(transcript)).toEqual([
      [0, 1100, null, 'Welcome back.'],
      [1500, 4200, null, 'Today we compare two indexes.'],
    ])
    expect([transcript.machine, transcript.language, transcript.issues]).toEqual([true, 'en', []])
  })

  test.each([
    ['silence by one sign only', { no_speech_prob: 0.95, avg_logprob: -0.3 }, true],
    ['an unsure guess at speech', { no_speech_prob: 0.1, avg_logprob: -1.5 }, true],
    ['repetition by one sign only', { compression_ratio: 3, avg_logprob: -0.2 }, true],
    ['an unsure repetition', { no_speech_prob: 0.1, compression_ratio: 3, avg_logprob: -1.1 }, false],
  ])('%s is judged by both of its signs', (_, signs, isKept) => {
    const segments = [
      { start: 0, end: 2, text: ' This was really said.', avg_logprob: -0.2 },
      { start: 2, end: 4, text: ' Was this really said?', ...signs },
    ]
    expect(read({ text: '', segments, language: 'en' }).cues.length).toBe(isKept ? 2 : 1)
  })

  test('when all of it was guessed over silence, the whole text does not come back through the other door', () => {
    const segments = [{ start: 0, end: 2, text: ' Thanks.', avg_logprob: -1.4, no_speech_prob: 0.9 }]
    expect(errorOf(() => read({ text: ' Thanks.', segments })).code).toBe('TRANSCRIPT_EMPTY')
  })

  test('whisper.cpp counts milliseconds', () => {
    const transcript = readFixture('whisper-cpp.json')
    expect(rows(transcript)).toEqual([
      [0, 3120, null, 'Willkommen zu einer neuen Folge.'],
      [3120, 5000, null, 'Schön, dass ihr da seid.'],
    ])
    expect([transcript.machine, transcript.language]).toEqual([true, 'de'])
    expect(transcript.issues.map(({ where }) => where)).toEqual(['whisper-cpp.json, segment 3'])
  })

  test('the chunks of transformers, the last of which may be open', () => {
    const chunks = [
      { timestamp: [0, 2.5], text: ' Good evening everybody.' },
      { timestamp: [2.5, null], text: ' And welcome to the show.' },
    ]
    expect(rows(read({ text: 'Good evening everybody. And welcome to the show.', chunks }))).toEqual([
      [0, 2500, null, 'Good evening everybody.'],
      [2500, 2500, null, 'And welcome to the show.'],
    ])
  })

  test('words alone, and a language by its name', () => {
    const words = [
      { word: 'Guten', start: 0, end: 0.4 },
      { word: 'Tag.', start: 0.4, end: 0.8 },
    ]
    const transcript = read({
      task: 'transcribe',
      language: 'german',
      duration: 1,
      text: 'Guten Tag.',
      words,
    })
    expect(rows(transcript)).toEqual([[0, 800, null, 'Guten Tag.']])
    expect(transcript.language).toBe('de')
  })

  test('a text without segments has no times', () => {
    expect(rows(read({ text: 'Only the text.', segments: [], language: 'en' }))).toEqual([
      [null, null, null, 'Only the text.'],
    ])
  })
})

test('whisperX: words without times lie between their neighbours; a change of speaker splits a segment', () => {
  const transcript = readFixture('whisperx.json')
  expect(rows(transcript)).toEqual([
    [500, 2400, 'SPEAKER_00', 'In 2024, it doubled.'],
    [3000, 3900, 'SPEAKER_01', 'Did it?'],
    [4000, 4800, 'SPEAKER_00', 'Yes.'],
  ])
  expect([transcript.machine, transcript.language, transcript.issues]).toEqual([true, 'en', []])
})

describe('Deepgram JSON', () => {
  test('words with their punctuation, speakers by number', () => {
    const transcript = readFixture('deepgram.json')
    expect(rows(transcript)).toEqual([
      [80, 1200, 'Speaker 0', 'Welcome back.'],
      [1500, 2600, 'Speaker 0', 'Is it faster?'],
      [5200, 5600, 'Speaker 1', 'No.'],
    ])
    expect([transcript.machine, transcript.language]).toEqual([true, 'en'])
  })

  const sentences = [{ text: 'This is a whole sentence.', start: 1, end: 2 }]
  test.each([
    [
      'paragraphs',
      { channels: [{ alternatives: [{ paragraphs: { paragraphs: [{ sentences, speaker: 1 }] } }] }] },
    ],
    [
      'utterances',
      { utterances: [{ transcript: 'This is a whole sentence.', start: 1, end: 2, speaker: 1 }] },
    ],
  ])('%s do where there are no words', (_, results) => {
    expect(rows(read({ results }))).toEqual([[1000, 2000, 'Speaker 1', 'This is a whole sentence.']])
  })

  test('channels are speakers, in the order of time; one that repeats another is left out', () => {
    const channel = (word: string, start: number) => ({
      alternatives: [{ transcript: word, words: [{ word, start, end: start + 1 }] }],
    })
    const channels = [channel('second', 5), channel('first', 1), channel('second', 5)]
    expect(rows(read({ results: { channels } }))).toEqual([
      [1000, 2000, 'Channel 1', 'first'],
      [5000, 6000, 'Channel 0', 'second'],
    ])
  })
})

describe('AssemblyAI JSON', () => {
  test('utterances in milliseconds, speakers by letter', () => {
    const transcript = readFixture('assemblyai.json')
    expect(rows(transcript)).toEqual([
      [250, 1400, 'Speaker A', 'Welcome back.'],
      [2000, 2400, 'Speaker B', 'No.'],
    ])
    expect([transcript.machine, transcript.language]).toEqual([true, 'en-us'])
  })

  test.each([
    [{ status: 'error', audio_url: 'https://example.org/a.mp3', error: 'Download error' }, 'Download error'],
    [{ status: 'processing', audio_url: 'https://example.org/a.mp3', words: null }, 'had not finished'],
  ])('one that is not done is refused with the reason: %j', (value, reason) => {
    const { code, message } = errorOf(() => read(value))
    expect(code).toBe('TRANSCRIPT_INVALID')
    expect(message).toContain(reason)
  })
})

describe('other lists of cues in JSON', () => {
  const cue = [12_500, 14_000, null, 'Something that was said.']
  test.each([
    ['a bare list', [{ start: 12.5, end: 14, text: 'Something that was said.' }]],
    ['a duration', [{ start: '12.5', duration: 1.5, text: 'Something that was said.' }]],
    ['clocks', { cues: [{ start: '00:00:12.500', end: '0:14', text: 'Something that was said.' }] }],
    ['segments', { segments: [{ start: 12.5, end: 14, text: ' Something that was said. ' }] }],
  ])('%s', (_, value) => {
    const transcript = read(value)
    expect(rows(transcript)).toEqual([cue])
    expect(transcript.machine).toBe(false)
  })

  test('a bare list that a recogniser wrote is known by its confidence, and rid of what it guessed', () => {
    const transcript = read([
      { start: 0, end: 2, text: 'Something that was said.', avg_logprob: -0.2, no_speech_prob: 0.01 },
      { start: 2, end: 4, text: 'Something that was not.', avg_logprob: -1.2, no_speech_prob: 0.9 },
    ])
    expect(rows(transcript)).toEqual([[0, 2000, null, 'Something that was said.']])
    expect(transcript.machine).toBe(true)
  })

  test('Podlove names its voices and counts milliseconds', () => {
    expect(rows(readFixture('podlove.json'))).toEqual([
      [790, 3120, 'Anna Muster', 'Hallo und herzlich willkommen.'],
      [3120, 5000, 'Bo', 'Hallo Anna, schön hier zu sein.'],
    ])
  })
})

describe('YouTube', () => {
  test('automatic json3 gives every word once, at its own time', () => {
    const transcript = readFixture('youtube-automatic.json3')
    expect(rows(transcript)).toEqual([
      [240, 5480, null, 'welcome back to the workshop today we compare two indexes'],
      [6000, 7000, null, '[Music]'],
      [12_160, 13_720, null, 'why is it slow?'],
      [14_000, 15_200, null, "it isn't."],
    ])
    expect(transcript.machine).toBe(true)
  })

  test('human json3 keeps its captions, though some are placed', () => {
    const transcript = readFixture('youtube-human.json3')
    expect(rows(transcript)).toEqual([
      [1360, 3040, null, '[quiet music]'],
      [3500, 6000, 'ANN', 'Today we compare two indexes & one idea.'],
      [6000, 8000, 'ANN', 'Which is faster?'],
      [6000, 8000, 'ANN', 'Neither.'],
    ])
    expect(transcript.machine).toBe(false)
  })

  test('srv3', () => {
    const transcript = readFixture('youtube-automatic.srv3')
    expect(rows(transcript)).toEqual([[240, 4780, null, "welcome back to the workshop it's Q&A day"]])
    expect(transcript.machine).toBe(true)
  })

  test('srv2', () => {
    const transcript = readFixture('youtube.srv2')
    expect(rows(transcript)).toEqual([[240, 4200, null, 'welcome back today we']])
    expect(transcript.machine).toBe(true)
  })

  test('srv1', () => {
    const transcript = readFixture('youtube.srv1')
    expect(rows(transcript)).toEqual([
      [240, 5990, null, "Hey, I'm Ann."],
      [2880, 8550, null, 'Agents call APIs & wait'],
    ])
    expect(transcript.machine).toBe(false)
    expect(transcript.issues.map(({ where }) => where)).toEqual(['youtube.srv1, text 3'])
  })

  test('Japanese words are joined without spaces', () => {
    const srv3 =
      '<timedtext format="3"><body><p t="0" d="2000"><s ac="0">今日</s><s t="400">は</s><s t="600">天気</s></p>' +
      '<p t="1000" d="2000"><s>が</s><s t="200">いい</s></p></body></timedtext>'
    expect(rows(readTranscript(srv3, '', 'a'))).toEqual([[0, 2200, null, '今日は天気がいい']])
  })
})

describe('TTML', () => {
  test('offsets, frames, ticks and durations, nested times, agents', () => {
    const transcript = readFixture('broadcast.ttml')
    expect(rows(transcript)).toEqual([
      [11_500, 13_000, 'Anna Muster', 'Grüezi miteinander & willkommen.'],
      [13_400, 15_000, 'a2', 'Danke.'],
      [15_000, 16_500, 'Anna Muster', 'Erstens,'],
      [30_000, 31_000, null, 'Zweitens,'],
      [31_000, 32_000, null, 'und dazu gehört noch mehr.'],
    ])
    expect(transcript.language).toBe('de-ch')
    expect(transcript.issues).toEqual([
      {
        code: 'CUE_TIMES_INVALID',
        where: 'broadcast.ttml, p p4',
        message: 'begin "soon" is no time; it is left out',
      },
    ])
  })

  test('words without spaces become sentences, and nested times that count from the beginning are seen as such', () => {
    expect(rows(readFixture('words.ttml'))).toEqual([
      [120, 2400, 'SPEAKER_1', 'Welcome to the show.'],
      [63_000, 64_500, 'SPEAKER_2', 'Thank you.'],
      [65_000, 66_900, 'SPEAKER_2', 'Glad indeed.'],
    ])
  })

  const paragraphs = (body: string) => rows(readTranscript(`<tt xml:lang="en">${body}</tt>`, '', 'a'))

  test('lines that begin with a dash are turns', () => {
    expect(paragraphs('<body><div><p begin="1s" end="3s">- Why?<br/>- Why not?</p></div></body>')).toEqual([
      [1000, 3000, null, 'Why?'],
      [1000, 3000, null, 'Why not?'],
    ])
  })

  test('in sequence, each begins where the one before it ends', () => {
    const body =
      '<body><div begin="10s" timeContainer="seq"><p dur="2s">One</p><p dur="3s">Two</p></div></body>'
    expect(paragraphs(body)).toEqual([
      [10_000, 12_000, null, 'One'],
      [12_000, 15_000, null, 'Two'],
    ])
  })

  test('pronunciations beside the characters are left out', () => {
    const body =
      '<body><div><p begin="1s" end="2s"><span tts:ruby="container"><span tts:ruby="base">東京</span>' +
      '<span tts:ruby="text">とうきょう</span></span>です</p></div></body>'
    expect(paragraphs(body)).toEqual([[1000, 2000, null, '東京です']])
  })
})

describe('damaged files', () => {
  test.each([
    ['broken off', '{"version": "1.0.0", "segments": [{"startTime": 1, "bo', 'TRANSCRIPT_INVALID'],
    ['XML without a cue that is closed', '<tt><body><div><p begin="1s"', 'TRANSCRIPT_INVALID'],
    ['JSON of another kind', '{"name": "package", "version": "1.0.0"}', 'TRANSCRIPT_TYPE_UNSUPPORTED'],
    [
      'chapters',
      '{"version": "1.2.0", "chapters": [{"startTime": 1, "title": "x"}]}',
      'TRANSCRIPT_TYPE_UNSUPPORTED',
    ],
    ['all times unreadable', '{"segments": [{"startTime": "soon", "body": "x"}]}', 'TRANSCRIPT_INVALID'],
  ])('%s', (_, text, code) => {
    expect(errorOf(() => readTranscript(text, '', 'a')).code).toBe(code)
  })

  test('XML that is broken off is read up to there, and says so', () => {
    const text = '<tt><body><div><p begin="1s" end="2s">Kept.</p><p begin="2s" end="3s">Half'
    const { cues, issues } = readTranscript(text, '', 'a')
    expect(cues[0]).toEqual({ startMs: 1000, endMs: 2000, speaker: null, text: 'Kept.' })
    expect(issues.map(({ code, where }) => [code, where])).toEqual([['TRANSCRIPT_INVALID', 'a, line 1']])
  })

  test('elements nested ever deeper end in no crash', () => {
    const text = `<tt><body><p begin="1s">${'<span begin="0s">'.repeat(50_000)}deep${'</span>'.repeat(50_000)}</p></body></tt>`
    expect(rows(readTranscript(text, '', 'a'))).toEqual([[1000, 1000, null, 'deep']])
  })

  test('too many objects are refused before they are made', () => {
    const text = `{"segments":[${'{},'.repeat(2_000_001)}{}]}`
    expect(errorOf(() => readTranscript(text, '', 'a')).message).toContain('more than 2000000 objects')
  })
})
