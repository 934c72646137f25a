/** A share in [0, 1], or null while how much there is to do is unknown. */
export function ProgressBar({ share, label }: { share: number | null; label: string }) {
  return (
    <progress class="progress-bar" aria-label={label} {...(share !== null && { value: share })} max={1} />
  )
}
