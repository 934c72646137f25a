import type { ErrorCode } from '../errors.js'

/** What goes between the server and its ingest process: one task there, one outcome back. */

export interface IngestSettings {
  catalogPath: string
  model: string
  modelsFolder: string
  allowPrivate: boolean
}

export type IngestTask =
  | { kind: 'add'; location: string; settings: IngestSettings }
  /** Runs every job that can be claimed. */
  | { kind: 'jobs'; settings: IngestSettings }

export type IngestOutcome =
  { ok: true; sourceId: string | null } | { ok: false; code: ErrorCode | null; message: string }
