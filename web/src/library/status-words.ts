import type { Status } from '../../../client/index.js'
import { countOf } from '../words.js'

/** The state of the index: what it holds, and whether that is all. */
export function describeIndex({ passages, vectors, behind }: Status['index']): string {
  const held = `${countOf(passages, 'passage')}`
  if (behind > 0) return `${held}; ${countOf(behind, 'change')} to follow`
  if (vectors < passages)
    return `${held}, ${(passages - vectors).toLocaleString('en')} of them found by their words only`
  return passages === 0 ? 'Empty' : `${held}, up to date`
}

const units = ['kB', 'MB', 'GB', 'TB']

/** `26 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes / 1000
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}
