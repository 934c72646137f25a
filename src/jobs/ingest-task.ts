import type { Config } from '../config.js'
import type { SourcePreview } from '../domain/source-preview.js'
import type { ErrorCode } from '../errors.js'

/** What goes between the server and its ingest process: one task there, one outcome back. */

export interface IngestSettings {
  catalogPath: string
  model: string
  modelsFolder: string
  allowPrivate: boolean
  dataFolder: string
  transcribeCommand: Config['transcribeCommand']
  transcribeModel: Config['transcribeModel']
}

export type IngestTask =
  | { kind: 'look'; location: string; settings: IngestSettings }
  | { kind: 'add'; locations: readonly string[]; settings: IngestSettings }
  /** Runs every job that can be claimed. */
  | { kind: 'jobs'; settings: IngestSettings }

export type IngestOutcome =
  | { ok: true; sourceIds: string[]; preview?: SourcePreview }
  | { ok: false; code: ErrorCode | null; message: string }
