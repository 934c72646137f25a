import { join } from 'node:path'
import type { Config } from '../../src/config.js'
import { openCommandTranscriber } from './command-transcriber.js'
import type { Transcriber } from './transcriber.js'
import { openWhisperTranscriber } from './whisper-transcriber.js'

/** Below the library's folder: there is room where recordings of a gigabyte may lie for an hour. */
export const temporaryFolderOf = (dataFolder: string): string => join(dataFolder, 'tmp')

/**
 * The recogniser that is configured; null when none is. Nothing is started or loaded before the first recording.
 * @throws CONFIG_INVALID
 */
export function openTranscriber({
  transcribeCommand,
  transcribeModel,
  modelsFolder,
  dataFolder,
}: Pick<
  Config,
  'transcribeCommand' | 'transcribeModel' | 'modelsFolder' | 'dataFolder'
>): Transcriber | null {
  if (transcribeCommand !== null)
    return openCommandTranscriber(transcribeCommand, temporaryFolderOf(dataFolder))
  if (transcribeModel !== null) return openWhisperTranscriber({ model: transcribeModel, modelsFolder })
  return null
}
