import type { QuietNote } from '../hooks/use-quiet-note.js'

/** Always on the page, so that what appears in it is read out. */
export function QuietNoteLine({ note }: { note: QuietNote | null }) {
  return (
    <div class="quiet-note" role="status" data-testid="quiet-note">
      {note && <p key={note.count}>{note.text}</p>}
    </div>
  )
}
