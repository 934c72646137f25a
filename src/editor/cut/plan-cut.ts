import { fileURLToPath } from 'node:url'
import { msToSecondsText } from '../../domain/timecode.js'
import type { ExportClip, ExportCollection } from '../export/export-format.js'
import { toFileName } from '../export/file-name.js'
import { nameOf, timedClips, type TimedClip } from '../export/timed-clips.js'

/** What ffmpeg is to do, for the script and for running it here. */

export interface CutStep {
  /** A path of this machine, or an http(s) address. */
  input: string
  isLocal: boolean
  startMs: number
  durationMs: number
  /** Without its ending, the number first. */
  name: string
}

export interface CutPlan {
  steps: CutStep[]
  /** Without its ending. */
  joinedName: string
  /** Clips that cannot be cut, each with its reason. */
  leftOut: { name: string; reason: string }[]
}

export function planCut(collection: ExportCollection): CutPlan {
  const leftOut: CutPlan['leftOut'] = []
  const timed = new Set<ExportClip>(timedClips(collection))
  const found = collection.clips.flatMap((clip) => {
    const input = timed.has(clip) ? locate(clip.document.mediaUrl) : null
    if (input !== null) return [{ ...input, clip: clip as TimedClip }]
    const reason = timed.has(clip) ? 'its recording has no address that can be read' : 'it has no times'
    leftOut.push({ name: nameOf(clip), reason })
    return []
  })
  const digits = Math.max(2, String(found.length).length)
  return {
    steps: found.map(({ clip, ...input }, index) => ({
      ...input,
      startMs: clip.startMs,
      durationMs: clip.endMs - clip.startMs,
      name: `${String(index + 1).padStart(digits, '0')} ${toFileName(nameOf(clip), 'clip')}`,
    })),
    joinedName: toFileName(collection.title, 'collection'),
    leftOut,
  }
}

/** Only files and web addresses: ffmpeg reads much else that an address of a stranger could name. */
function locate(mediaUrl: string | null): Pick<CutStep, 'input' | 'isLocal'> | null {
  if (mediaUrl === null || !URL.canParse(mediaUrl)) return null
  const url = new URL(mediaUrl)
  if (url.protocol === 'http:' || url.protocol === 'https:') return { input: url.href, isLocal: false }
  if (url.protocol !== 'file:') return null
  try {
    return { input: fileURLToPath(url), isLocal: true }
  } catch {
    // Of another machine, or with an encoded slash.
    return null
  }
}

/** Long enough against a click, too short to be heard as a fade. */
const fadeMs = 10

/** Of what is cut, so that it can be joined without another conversion. */
const sampleRate = 48_000

/**
 * The words after `ffmpeg` that cut one clip into a WAV file. Decoding begins at the key frame before and what is before
 * the moment is thrown away, so both ends are right to the sample. One channel becomes two as it is: ffmpeg's own way
 * would make it 3 dB quieter.
 * @param input as ffmpeg is to open it, with the protocol in front
 */
export function cutWords(
  { startMs, durationMs, isLocal }: Pick<CutStep, 'startMs' | 'durationMs' | 'isLocal'>,
  { input, output }: { input: string; output: string },
): string[] {
  const fade = Math.min(fadeMs, Math.floor(durationMs / 4))
  const filters = [
    'pan=stereo|FL<FL+0.7*FC+0.5*BL+0.5*SL|FR<FR+0.7*FC+0.5*BR+0.5*SR',
    `aresample=${sampleRate}`,
    // Of no length, ffmpeg fades for nearly a second.
    ...(fade === 0
      ? []
      : [
          `afade=t=in:d=${msToSecondsText(fade)}`,
          `afade=t=out:st=${msToSecondsText(durationMs - fade)}:d=${msToSecondsText(fade)}`,
        ]),
  ]
  return [
    ...quiet,
    ...['-protocol_whitelist', isLocal ? 'file' : 'http,https,tcp,tls'],
    ...['-ss', msToSecondsText(startMs), '-i', input, '-t', msToSecondsText(durationMs)],
    ...['-map', '0:a:0', '-map_metadata', '-1', '-af', filters.join(',')],
    ...['-c:a', 'pcm_s16le', '-f', 'wav', '-y', output],
  ]
}

/** The words after `ffmpeg` that put WAV files of `cutWords` one after the other. @param list see `listForJoining` */
export const joinWords = (
  list: string,
  { output, encoding }: { output: string; encoding: readonly string[] },
) => [
  ...quiet,
  ...['-protocol_whitelist', 'file', '-f', 'concat', '-safe', '0', '-i', list],
  ...['-map', '0:a:0', ...encoding, '-y', output],
]

/** Never waits for a key, says only what went wrong. */
const quiet = ['-nostdin', '-hide_banner', '-v', 'error']

/** The file that names what is to be joined, in ffmpeg's own form. @param paths without line breaks */
export const listForJoining = (paths: readonly string[]): string =>
  `ffconcat version 1.0\n${paths.map((path) => `file ${quoteWord(path)}\n`).join('')}`

/** As POSIX shells read it, and ffmpeg's lists: everything between the quotes is as it is. */
export const quoteWord = (word: string): string =>
  /^[\w/.:,=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
