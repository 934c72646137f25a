import type { ExportFormat } from './export-format.js'
import { toWellFormed } from './plain-line.js'

/** Everything that an export is made from, times in ms of the recording. */
export const jsonFormat: ExportFormat = {
  extension: 'json',
  mediaType: 'application/json',
  summary: 'everything, for programs',
  write: (collection) => `${JSON.stringify(collection, wellFormed, 2)}\n`,
}

const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? toWellFormed(value) : value
