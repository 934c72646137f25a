/**
 * Bad input met while ingesting many: one cue, one item, one file. Collected and shown; the work goes on.
 * `code` is one of the catalogue in errors.ts; `where` names the item, file or line.
 */
export interface Issue {
  code: string
  where: string
  message: string
}
