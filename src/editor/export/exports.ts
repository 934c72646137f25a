import type { Catalog } from '../../catalog/catalog.js'
import type { ExportFormat, ExportOptions } from './export-format.js'
import { toFileName } from './file-name.js'
import { loadCollection, type LoadOptions } from './load-collection.js'
import { nameOf } from './timed-clips.js'

/** A file to be saved. */
export interface ExportFile {
  /** With its ending. */
  name: string
  text: string
}

/** What the API asks of exports. */
export interface Exports {
  /** @throws COLLECTION_NOT_FOUND, CLIP_NOT_FOUND, EXPORT_TIMES_MIXED */
  write(id: string, format: ExportFormat, options: ExportOptions & LoadOptions): Promise<ExportFile>
}

export function bindExports(catalog: Catalog): Exports {
  return {
    async write(id, format, { clipId, base, tellPaths, ...options }) {
      const collection = await loadCollection(id, { clipId, base, tellPaths }, catalog)
      const [clip] = clipId === undefined ? [] : collection.clips
      const name = toFileName(clip ? nameOf(clip) : collection.title, clip ? 'clip' : 'collection')
      return { name: `${name}.${format.extension}`, text: format.write(collection, options) }
    },
  }
}
