import { createHash } from 'node:crypto'
import { lstat, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { AppError } from '../../src/errors.js'
import { decodeText } from '../fetch/decode-text.js'
import { maxBodyBytes } from '../fetch/fetch-body.js'
import { readLocalFile } from '../fetch/read-local.js'
import { readTranscript } from '../transcripts/read-transcript.js'
import type { ReadTranscript } from '../transcripts/transcript-format.js'
import { fillCommandLine, parseCommandLine } from './command-line.js'
import { runCommand } from './run-command.js'
import { withTemporaryFolder } from './temporary-folder.js'
import { timeLimitOf, type Transcriber } from './transcriber.js'

/** Raised when what is made of a recogniser's words changes, so that kept transcripts are made anew. */
const contractVersion = 1

/**
 * A recogniser that is a command of the user's: the recording's path in, a transcript out, on stdout or in a file.
 * Its identity is the command as written: an update of the program behind it does not throw transcripts away that took
 * days to make; whoever wants that changes a word of the command.
 * @throws CONFIG_INVALID
 */
export function openCommandTranscriber(template: string, temporaryFolder: string): Transcriber {
  const words = parseCommandLine(template)
  const digest = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12)
  const writesFile = words.some((word) => /\{output(?:Folder)?\}/.test(word))
  return {
    identity: `command:${basename(words[0])}:${digest}:${contractVersion}`,
    transcribe: (mediaPath, { durationMs, language, signal }) =>
      withTemporaryFolder(temporaryFolder, async (outputFolder) => {
        const filled = fillCommandLine(words, {
          // An absolute path never looks like an option.
          input: resolve(mediaPath),
          output: join(outputFolder, outputName),
          outputFolder,
          language: language?.split('-')[0] ?? 'auto',
        })
        const limits = { timeMs: timeLimitOf(durationMs), outputBytes: maxBodyBytes, signal }
        const stdout = await runCommand(filled, limits)
        const text = writesFile ? await readOutput(outputFolder, words[0]) : decodeText(stdout, null)
        return { ...readSpeech(text, words[0]), machine: true }
      }),
  }
}

const outputName = 'transcript.vtt'

/** The file that was asked for, or the one that the command named itself: some put an ending of their own behind it. */
async function readOutput(folder: string, command: string): Promise<string> {
  const names = (await readdir(folder)).sort()
  const formats = ['.vtt', '.srt', '.json', '.txt']
  const name =
    names.find((each) => each === outputName) ??
    formats.map((ending) => names.find((each) => each.endsWith(ending))).find((each) => each !== undefined)
  // Never through a link: what is written there is read back.
  if (name === undefined || !(await lstat(join(folder, name))).isFile())
    throw new AppError(
      'TRANSCRIBE_FAILED',
      `The command of CUEPOINT_TRANSCRIBE, ${command}, ended well but wrote nothing to {output}`,
    )
  return (await readLocalFile(join(folder, name))).text
}

function readSpeech(text: string, command: string): ReadTranscript {
  const where = `that ${command} wrote`
  try {
    return readTranscript(text, '', where)
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    throw new AppError('TRANSCRIBE_FAILED', `${cause.message}. WebVTT is expected (see docs/transcribe.md)`, {
      cause,
    })
  }
}
