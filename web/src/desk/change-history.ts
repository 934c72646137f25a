/**
 * What undo and redo lead to, as versions of a collection. The server makes an earlier state the newest by one more
 * version, so a step that was gone back to is known by its new version from then on.
 */

export interface History {
  /** Versions whose states follow each other, oldest first. */
  readonly steps: readonly number[]
  /** Index of the one that is now. */
  readonly at: number
}

/** So many states of a collection does the server keep. */
const keptVersions = 100

/** Of a collection that nothing is known of but its version: each version was a step. */
export function historyOf(version: number): History {
  const first = Math.max(1, version - keptVersions + 1)
  const steps = Array.from({ length: version - first + 1 }, (_, index) => first + index)
  return { steps, at: steps.length - 1 }
}

export const versionNow = ({ steps, at }: History): number => steps[at] ?? 0

/** The version that a step leads to; null when there is none. */
export const stepTarget = ({ steps, at }: History, by: -1 | 1): number | null => steps[at + by] ?? null

/** After a step, which made `version`. */
export function takeStep({ steps, at }: History, by: -1 | 1, version: number): History {
  return { steps: steps.with(at + by, version), at: at + by }
}

/** After changes up to `version`, by this window or another; what was undone before cannot be redone. */
export function addChanges(history: History, version: number): History {
  const now = versionNow(history)
  if (version <= now) return history
  const added = Array.from({ length: version - now }, (_, index) => now + 1 + index)
  return forgetOld([...history.steps.slice(0, history.at + 1), ...added], version)
}

function forgetOld(steps: readonly number[], version: number): History {
  const kept = steps.filter((step) => step > version - keptVersions)
  return { steps: kept, at: kept.length - 1 }
}

/** A state that the server does not keep any more, and all before it. */
export function withoutStep({ steps, at }: History, missing: number): History {
  const index = steps.indexOf(missing)
  if (index === -1) return { steps, at }
  return index < at
    ? { steps: steps.slice(index + 1), at: at - index - 1 }
    : { steps: steps.slice(0, index), at }
}

/** What was kept of it over a reload, if it is still about what is there now. */
export function readHistory(kept: string | null, version: number): History {
  try {
    const history: unknown = JSON.parse(kept ?? 'null')
    if (isHistory(history) && versionNow(history) <= version) return addChanges(history, version)
  } catch {
    // Of another version of the page.
  }
  return historyOf(version)
}

function isHistory(value: unknown): value is History {
  if (typeof value !== 'object' || value === null) return false
  const { steps, at } = value as Partial<History>
  return (
    Array.isArray(steps) &&
    steps.length > 0 &&
    steps.every((step) => Number.isInteger(step)) &&
    Number.isInteger(at) &&
    steps[at as number] !== undefined
  )
}
