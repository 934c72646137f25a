import { expect, test } from 'vitest'
import { fillCommandLine, parseCommandLine } from '../../../ingest/transcribe/command-line.js'

test.each<[string, string[]]>([
  ['whisper-cli -m model.bin -ovtt {input}', ['whisper-cli', '-m', 'model.bin', '-ovtt', '{input}']],
  [`  run "two words"\t'three  more words'  {input} `, ['run', 'two words', 'three  more words', '{input}']],
  [`run -m"my model".bin '' {input}`, ['run', '-mmy model.bin', '', '{input}']],
  [`run "a \\"b\\" \\\\ c" 'd\\e' {input}`, ['run', 'a "b" \\ c', 'd\\e', '{input}']],
  ['C:\\tools\\run.exe my\\ model {input}', ['C:\\tools\\run.exe', 'my model', '{input}']],
  ['run $HOME `id` ; rm {input} | cat', ['run', '$HOME', '`id`', ';', 'rm', '{input}', '|', 'cat']],
])('%s is split into its words, and nothing in it is expanded', (template, words) => {
  expect(parseCommandLine(template)).toEqual(words)
})

test.each([
  ['run "{input}', 'quote'],
  ["run it's {input}", 'quote'],
  ['run', '{input}'],
  ['{input}', '{input}'],
  ['  ', 'no command'],
])('%s is refused with what is wrong', (template, problem) => {
  expect(() => parseCommandLine(template)).toThrow(
    expect.objectContaining({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(problem) as string,
    }) as Error,
  )
})

test('what is put into a word neither splits it nor is looked at again', () => {
  const words = parseCommandLine('run --file={input} {output} {language} {unknown}')
  const values = {
    input: '/a b/$(x) {output} $&.mp3',
    output: '/tmp/o',
    outputFolder: '/tmp',
    language: 'en',
  }
  expect(fillCommandLine(words, values)).toEqual([
    'run',
    '--file=/a b/$(x) {output} $&.mp3',
    '/tmp/o',
    'en',
    '{unknown}',
  ])
})
