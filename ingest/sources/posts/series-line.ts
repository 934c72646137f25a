import type { Series } from '../../../src/domain/document.js'

export interface SeriesLine {
  series: Series
  /** It says nothing else, but to lead on to the other parts. */
  isNavigation: boolean
}

/** The line stands at the beginning of a paragraph. */
const maxLineLength = 250
const navigation =
  /^(?:[\s.|·•→←»«()]|view|see|all|parts?|posts?|next|prev(?:ious)?|first|last|read|more|in|this|the|series|back|to|index|up|:|\d)*/i

/** What `Part 4 of the Five ML Concepts series. View all parts | Next: Part 5 →` says; null for other text. */
export function readSeriesLine(text: string): SeriesLine | null {
  const match =
    /^(?:this (?:post |article )?is )?part (\d{1,4}) (?:of|in) (?:the |our |my |a )?(.{1,120}?) series\b/i.exec(
      text.slice(0, maxLineLength).trimStart(),
    )
  const [whole, part, title = ''] = match ?? []
  if (whole === undefined || part === undefined) return null
  const rest = text.trim().slice(whole.length)
  return {
    series: { title: title.replace(/^["“'‘]|["”'’]$/gu, ''), part: Number(part) },
    isNavigation:
      rest.length <= maxLineLength && rest.replace(navigation, '').length <= restOfNavigation(rest),
  }
}

/** The title of the next part may follow its number. */
const restOfNavigation = (rest: string): number =>
  /\b(?:view all|next:|previous:|next part)/i.test(rest) ? 100 : 0
