/** Stops sound at an exact place; `timeupdate` alone comes four times a second and would be late. */

/** Close to the end it is looked at this often. */
const nearestLookMs = 4
/** Never longer, as the speed may change meanwhile. */
const farthestLookMs = 250

/** How long to wait before looking again: half the way that is left, at the speed of playing. */
export function nextLookMs(leftMs: number, rate: number): number {
  return Math.min(farthestLookMs, Math.max(nearestLookMs, leftMs / Math.max(rate, 0.1) / 2))
}

/** Calls `arrive` once, when the media has come to `endMs`; answers how to stop watching. */
export function watchEnd(
  media: Pick<HTMLMediaElement, 'currentTime' | 'playbackRate'>,
  endMs: number,
  arrive: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>
  const look = () => {
    const leftMs = endMs - media.currentTime * 1000
    if (leftMs <= 0) arrive()
    else timer = setTimeout(look, nextLookMs(leftMs, media.playbackRate))
  }
  look()
  return () => clearTimeout(timer)
}
