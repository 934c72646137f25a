import type { RefObject } from 'preact'
import { keep, readKept } from '../browser-storage.js'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { estimateHeightRem, type ParagraphGroup } from '../transcript-groups.js'

const storageKey = (documentId: string) => `cuepoint.heights:${documentId}:${innerWidth}`

/** Of the column of text, on a phone and on a desk; near enough for an estimate. */
const [marginPx, maxWidthPx] = [32, 620]

/**
 * How high each group of a transcript is before it is drawn, in px: as it was when the page was left, so that coming back
 * finds the same place, else estimated. Kept for the session.
 */
export function useGroupHeights(
  documentId: string,
  groups: readonly ParagraphGroup[],
  box: RefObject<HTMLElement>,
): readonly number[] {
  useLayoutEffect(() => {
    const save = () => {
      const heights = [...(box.current?.querySelectorAll('.transcript-group') ?? [])].map((group) =>
        Math.round(group.getBoundingClientRect().height),
      )
      // A page that is being taken away has no heights.
      if (heights.some((height) => height > 0))
        keep('sessionStorage', storageKey(documentId), JSON.stringify(heights))
    }
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
    }
  }, [documentId])
  return useMemo(() => readHeights(documentId, groups.length) ?? groups.map(estimate), [documentId, groups])
}

function readHeights(documentId: string, count: number): number[] | null {
  const kept: unknown = JSON.parse(readKept('sessionStorage', storageKey(documentId)) ?? 'null')
  const isWhole =
    Array.isArray(kept) && kept.length === count && kept.every((height) => typeof height === 'number')
  return isWhole ? kept : null
}

function estimate(group: ParagraphGroup): number {
  const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize)
  const widthPx = Math.min(innerWidth - marginPx, maxWidthPx)
  return Math.round(estimateHeightRem(group, widthPx / remPx) * remPx)
}
