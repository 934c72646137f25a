/** Below this much of the window, what sticks to its top covers the text. */
export const coveredPx = 130

/** Index of the first line (`data-index`) of `box` that can be read; 0 when none of it is in the window. */
export function firstVisibleLine(box: Element | null): number {
  for (const line of box?.querySelectorAll<HTMLElement>(
    '[data-near=true] [data-index], .post [data-index]',
  ) ?? [])
    if (line.getBoundingClientRect().bottom > coveredPx) return Number(line.dataset['index'])
  return 0
}
