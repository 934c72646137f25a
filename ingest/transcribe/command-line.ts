import { AppError } from '../../src/errors.js'

/** A command as a person writes it into a setting → its words. There is no shell: nothing is expanded or piped. */

/** What stands for something else inside the words of the command. */
export type Placeholder = 'input' | 'output' | 'outputFolder' | 'language'
const placeholder = /\{(input|output|outputFolder|language)\}/g

/**
 * Splits at white space outside of quotes. Single quotes keep all as it is; inside double quotes a backslash keeps `"`
 * and `\`; outside of quotes it stays as it is, so that paths of Windows need no doubling, unless a space or a quote
 * follows.
 * @throws CONFIG_INVALID for an open quote, no command, or one without `{input}`
 */
export function parseCommandLine(template: string): [string, ...string[]] {
  const words: string[] = []
  let word: string | null = null
  let quote: string | null = null
  for (let at = 0; at < template.length; at++) {
    const character = template[at] ?? ''
    const next = template[at + 1] ?? ''
    const isEscape =
      character === '\\' && (quote === '"' ? /["\\]/.test(next) : quote === null && /[\s"']/.test(next))
    if (isEscape) {
      word = (word ?? '') + next
      at += 1
    } else if (quote !== null) {
      if (character === quote) quote = null
      else word = (word ?? '') + character
    } else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word)
      word = null
    } else word = (word ?? '') + character
  }
  if (quote !== null) throw invalid(template, `has a quote ${quote} that is not closed`)
  if (word !== null) words.push(word)
  const [command, ...rest] = words
  if (command === undefined || command === '') throw invalid(template, 'names no command')
  if (!rest.some((each) => each.includes('{input}')))
    throw invalid(template, 'has no {input}, which stands for the path of the recording')
  return [command, ...rest]
}

/** Each word stays one word, whatever is put into it. The command itself, the first word, is taken as it is. */
export function fillCommandLine(
  [command, ...words]: readonly [string, ...string[]],
  values: Readonly<Record<Placeholder, string>>,
): [string, ...string[]] {
  const fill = (word: string) => word.replace(placeholder, (_, name: Placeholder) => values[name])
  return [command, ...words.map(fill)]
}

const invalid = (template: string, problem: string) =>
  new AppError('CONFIG_INVALID', `CUEPOINT_TRANSCRIBE=${template} ${problem} (see docs/transcribe.md).`)
