import { srtFormat, vttFormat } from './captions.js'
import { chaptersFormat } from './chapters.js'
import { csvFormat } from './csv.js'
import { cutScriptFormat } from './cut-script.js'
import { edlFormat } from './edl.js'
import type { ExportFormat } from './export-format.js'
import { fcpxmlFormat } from './fcpxml.js'
import { jsonFormat } from './json.js'
import { otioFormat } from './otio.js'
import { quotesFormat } from './quotes.js'
import { showNotesFormat } from './show-notes.js'
import { soundbitesFormat } from './soundbites.js'

/** Every way to take a collection away, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  quotesFormat,
  showNotesFormat,
  csvFormat,
  jsonFormat,
  srtFormat,
  vttFormat,
  edlFormat,
  fcpxmlFormat,
  otioFormat,
  soundbitesFormat,
  chaptersFormat,
  cutScriptFormat,
]

export const findExportFormat = (extension: string): ExportFormat | null =>
  exportFormats.find((format) => format.extension === extension) ?? null
