import { useLate } from '../hooks/use-late.js'

/** Keeps its place from the beginning; shows itself only when the wait is long enough to be noticed. */
export function Spinner({ waiting, label }: { waiting: boolean; label: string }) {
  const late = useLate(waiting)
  return (
    <span class="spinner" role="status" data-late={late}>
      {late && <span class="visually-hidden">{label}</span>}
    </span>
  )
}
