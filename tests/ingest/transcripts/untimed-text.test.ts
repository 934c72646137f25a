import { expect, test } from 'vitest'
import { readTranscript, recognizesTranscript } from '../../../ingest/transcripts/read-transcript.js'
import { untimedTextFormat } from '../../../ingest/transcripts/untimed-text.js'

const cue = (speaker: string | null, text: string) => ({ startMs: null, endMs: null, speaker, text })

test('names begin turns, blank lines paragraphs; nothing says when', () => {
  const text =
    '# Talk\n\nAnn: Hello there,\nand welcome to the show.\nBob: Thanks for having me, it is nice.\n\nI like it here.\n\n**Ann:** So let us begin.\n'
  expect(readTranscript(text, 'text/plain', 'a')).toEqual({
    cues: [
      cue('Ann', 'Hello there, and welcome to the show.'),
      cue('Bob', 'Thanks for having me, it is nice.'),
      cue('Bob', 'I like it here.'),
      cue('Ann', 'So let us begin.'),
    ],
    machine: false,
    language: null,
    issues: [],
  })
})

test('text is no proof that a file is a transcript', () => {
  expect(recognizesTranscript('Ann: Hello there and welcome to this show about things that we like.\n')).toBe(
    false,
  )
})

const words = 'some text with many words in it for you to read now and then'
test.each([
  ['JSON', `{"a": 1, "text": "${words}"}`],
  ['a JSON list', `[{"text": "${words}"}]`],
  ['XML', `<?xml version="1.0"?><a>${words}</a>`],
  ['HTML', `<html><p>${words}</p></html>`],
  ['RTF', `{\\rtf1\\ansi ${words}}`],
  ['a picture', `\u0089PNG\r\n\u001a\n${words}`],
  ['binary', `${'\u0000\u0001\u0002'.repeat(9)}${words}`],
  ['numbers', '1,2,3;4,5,6;7,8,9 '.repeat(50)],
  ['captions without a readable time', `1\n00:xx --> 00:yy\n${words}`],
  ['the message of a server', `404 page not found: ${words}`],
  ['few words', 'Transcript follows.'],
])('no text: %s', (_, text) => {
  expect(untimedTextFormat.recognizes(text, 'text/plain')).toBe(false)
})

test.each([
  ['Japanese', '今日は検索の仕組みについてお話しします。まずは索引から始めましょう。'],
  ['Greek', 'Σήμερα θα μιλήσουμε για την αναζήτηση και για το πώς λειτουργεί το ευρετήριο στην πράξη.'],
  ['a sound mark first', `[Music] ${words}`],
])('text: %s', (_, text) => {
  expect(untimedTextFormat.recognizes(text, '')).toBe(true)
})
