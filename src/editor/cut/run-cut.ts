import { constants } from 'node:fs'
import { access, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadMedia } from '../../../ingest/transcribe/download-media.js'
import { withTemporaryFolder } from '../../../ingest/transcribe/temporary-folder.js'
import { AppError } from '../../errors.js'
import type { ExportCollection } from '../export/export-format.js'
import { cutWords, joinWords, listForJoining, planCut, type CutPlan, type CutStep } from './plan-cut.js'
import { runFfmpeg } from './run-ffmpeg.js'
import { soundEncodings, type SoundFormat } from './sound-formats.js'

export interface CutOptions {
  /** Made when missing. */
  folder: string
  /** A file for each clip, one of all together, or both. */
  parts: { clips: boolean; joined: boolean }
  format: SoundFormat
  /** Write over files that are there. */
  replace: boolean
  /** Below it recordings from the web and pieces are kept while they are needed. Made when missing. */
  temporaryFolder: string
  allowPrivate: boolean
  signal?: AbortSignal | undefined
  onProgress?: ((line: string) => void) | undefined
}

export interface CutReport {
  /** Paths of the files that were written, in order; the joined one last. */
  files: string[]
  leftOut: CutPlan['leftOut']
}

/**
 * Cuts the sound of a collection's clips. Recordings from the web are downloaded first, each once, and removed
 * afterwards. Nothing appears in the folder before all of it is cut.
 * @throws CUT_EMPTY, CUT_FILE_EXISTS, CUT_FAILED, FFMPEG_MISSING, FETCH_* for a recording that cannot be downloaded
 */
export async function runCut(collection: ExportCollection, options: CutOptions): Promise<CutReport> {
  const { folder, parts, format, replace, temporaryFolder } = options
  const { steps, joinedName, leftOut } = planCut(collection)
  if (steps.length === 0)
    throw new AppError(
      'CUT_EMPTY',
      `“${collection.title}” has nothing to cut: none of its clips has times and a recording that can be reached.`,
    )
  const clipNames = steps.map(({ name }) => `${name}.${format}`)
  const plain = `${joinedName}.${format}`
  const joined = parts.clips && clipNames.includes(plain) ? `${joinedName} (joined).${format}` : plain
  const names = [...(parts.clips ? clipNames : []), ...(parts.joined ? [joined] : [])]
  await mkdir(folder, { recursive: true })
  if (!replace) for (const name of names) await refuseExisting(join(folder, name))
  return withTemporaryFolder(temporaryFolder, async (scratch) => {
    const pieces = await cutPieces(steps, scratch, options)
    const made: string[] = []
    if (parts.clips)
      for (const [index, piece] of pieces.entries())
        made.push(await encode([piece], join(scratch, `clip-${index}.${format}`), options))
    if (parts.joined) made.push(await encode(pieces, join(scratch, `joined.${format}`), options))
    const files: string[] = []
    for (const [index, path] of made.entries()) {
      const target = join(folder, names[index] ?? '')
      await place(path, target, replace)
      files.push(target)
    }
    return { files, leftOut }
  })
}

/** WAV files of the clips, in order. */
async function cutPieces(
  steps: readonly CutStep[],
  scratch: string,
  { allowPrivate, signal, onProgress }: CutOptions,
): Promise<string[]> {
  const downloaded = new Map<string, string>()
  const pieces: string[] = []
  for (const [index, step] of steps.entries()) {
    let path = step.isLocal ? step.input : downloaded.get(step.input)
    if (path === undefined) {
      onProgress?.(`downloading the recording of ${step.name}`)
      path = join(scratch, `recording-${downloaded.size}`)
      await downloadMedia(step.input, path, { allowPrivate, signal })
      downloaded.set(step.input, path)
    }
    onProgress?.(`cutting ${index + 1}/${steps.length} ${step.name}`)
    const output = join(scratch, `piece-${index}.wav`)
    const words = cutWords({ ...step, isLocal: true }, { input: `file:${path}`, output: `file:${output}` })
    await runFfmpeg(words, { what: step.name, durationMs: step.durationMs, output, signal })
    pieces.push(output)
  }
  return pieces
}

async function encode(
  pieces: readonly string[],
  output: string,
  { format, signal, onProgress }: CutOptions,
): Promise<string> {
  onProgress?.(pieces.length > 1 ? 'joining' : 'writing')
  const list = `${output}.list`
  await writeFile(list, listForJoining(pieces))
  const words = joinWords(`file:${list}`, { output: `file:${output}`, encoding: soundEncodings[format] })
  await runFfmpeg(words, { what: 'the joined clips', durationMs: null, output, signal })
  return output
}

const exists = (path: string) =>
  new AppError(
    'CUT_FILE_EXISTS',
    `${path} is there already: name another folder, or write over it with --replace.`,
  )

async function refuseExisting(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere) throw exists(path)
}

/** Checked once more while it is written: another program may have been faster. */
async function place(from: string, to: string, replace: boolean): Promise<void> {
  try {
    await copyFile(from, to, replace ? 0 : constants.COPYFILE_EXCL)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(to)
    throw error
  }
}
