import type { Document } from '../../../client/index.js'
import { copyText, shareAddress } from '../copy-text.js'
import { readPlayer } from '../player.js'
import { formatPlace, placeUrl, quotePlace, roundMoment, type Place } from '../share-place.js'
import type { Line } from '../transcript-lines.js'
import type { SelectedLines } from './use-selected-lines.js'
import { useShortcuts } from './use-shortcuts.js'

interface PlaceActionsOptions {
  document: Pick<Document, 'id' | 'title' | 'sourceTitle'>
  lines: readonly Line[]
  selected: SelectedLines | null
  /** Index of the line that the reader is at, or -1. */
  at: number
  /** Where the page was opened; null without a time. */
  openedAtMs: number | null
  /** The clip that is shown, which is what is shared unless something is selected. */
  clip: { startMs: number; endMs: number } | null
  say: (text: string) => void
}

/** Copying with time (`c`) and sharing (`s`): of what is selected, else of the line or the moment the reader is at. */
export function usePlaceActions(options: PlaceActionsOptions): { copy: () => void; share: () => void } {
  const { document, lines, selected, say } = options
  const place = (range: Pick<Place, 'startMs' | 'endMs'>): Place => ({
    id: document.id,
    title: document.title,
    sourceTitle: document.sourceTitle,
    anchor: null,
    ...range,
  })

  const copy = async () => {
    const chosen = selected ?? lineAt(lines, options.at)
    if (!chosen) return say('Select text, or go to a line, to copy it with its time.')
    const range = rangeOfLines(lines, chosen)
    const shown = selected ? range : { ...range, endMs: null }
    const isCopied = await copyText(quotePlace(chosen.text, place(shown), location.origin))
    const clock = formatPlace(shown)
    say(
      isCopied ? `Copied with its time${clock && `, ${clock}`}.` : 'This browser does not let the page copy.',
    )
  }

  const share = async () => {
    const range = selected ? rangeOfLines(lines, selected) : (options.clip ?? momentNow(options))
    const shared = place(range)
    const url = placeUrl(shared, location.origin)
    const clock = formatPlace(shared)
    const what = `${shared.endMs === null ? 'Link' : 'Clip link'}${clock && ` to ${clock}`}`
    const outcome = await shareAddress(document.title, url)
    if (outcome === 'copied') say(`${what} copied.`)
    else if (outcome === 'shared') say(`${what} shared.`)
    else if (outcome === 'failed') say(`This browser does not let the page copy: ${url}`)
  }

  useShortcuts({ c: () => void copy(), s: () => void share() })
  return { copy: () => void copy(), share: () => void share() }
}

function lineAt(lines: readonly Line[], at: number): Pick<SelectedLines, 'from' | 'to' | 'text'> | null {
  const line = lines[at]
  return line ? { from: at, to: at, text: line.text } : null
}

/** Ends where its last line does, or where the next begins when that is not known. */
export function rangeOfLines(
  lines: readonly Line[],
  { from, to }: Pick<SelectedLines, 'from' | 'to'>,
): { startMs: number | null; endMs: number | null } {
  const startMs = lines[from]?.startMs ?? null
  const endMs = lines[to]?.endMs ?? lines[to + 1]?.startMs ?? null
  return { startMs, endMs: startMs !== null && endMs !== null && endMs > startMs ? endMs : null }
}

/** Where the player is in this document; else where the page was opened, or the whole. */
function momentNow({ document, openedAtMs }: PlaceActionsOptions): { startMs: number | null; endMs: null } {
  const { track, positionMs } = readPlayer()
  const startMs = track?.documentId === document.id && positionMs > 0 ? roundMoment(positionMs) : openedAtMs
  return { startMs, endMs: null }
}
