/** What the user put right in one document. Kept apart from what was published, applied on read, kept through re-pulls. */
export interface AdOverride {
  startMs: number
  endMs: number
  ad: boolean
}

export interface Corrections {
  /** Added to every time of the document; may be negative. */
  offsetMs: number
  /** Published speaker name → the name to show. */
  speakers: Record<string, string>
  /** In published times (before `offsetMs`); a later one wins over an earlier one. */
  adOverrides: AdOverride[]
}

export const noCorrections: Corrections = { offsetMs: 0, speakers: {}, adOverrides: [] }
