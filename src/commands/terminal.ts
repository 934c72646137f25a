import { stripVTControlCharacters, styleText } from 'node:util'

/** Where a command writes: data to stdout, talk to stderr; colour and progress only when somebody is looking. */
export interface Terminal {
  /** A line of data; text of strangers in it must have gone through `clean`. */
  print(line: string): void
  /** A line of talk. */
  say(line: string): void
  /** Replaces the progress line; nothing when stderr is not a terminal. Empty clears it. */
  progress(line: string): void
  /** Emphasis for data, where stdout shows colour. */
  bold(text: string): string
  dim(text: string): string
}

const maxProgressColumns = 120

export function openTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
  const hasColor = stdout.isTTY && process.env.NO_COLOR === undefined
  let progressShown = false
  const clear = () => {
    if (progressShown) stderr.write('\r\u001B[K')
    progressShown = false
  }
  return {
    print(line) {
      clear()
      stdout.write(`${line}\n`)
    },
    say(line) {
      clear()
      stderr.write(`${clean(line)}\n`)
    },
    progress(line) {
      if (!stderr.isTTY) return
      clear()
      if (line === '') return
      stderr.write(clean(line).slice(0, Math.min(maxProgressColumns, stderr.columns - 1)))
      progressShown = true
    },
    bold: (text) => (hasColor ? styleText('bold', text) : text),
    dim: (text) => (hasColor ? styleText('dim', text) : text),
  }
}

/** Titles and transcripts come from strangers: no escape sequence and no control character of theirs is printed. */
export function clean(text: string): string {
  return stripVTControlCharacters(text).replace(/(?!\n)\p{Cc}/gu, ' ')
}
