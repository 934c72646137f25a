/**
 * Marks the longest selection of times that never falls; what is left out are the slips of the hand. Of equal ones the
 * one that ends lowest. n log n.
 */
export function markRising(times: readonly number[]): boolean[] {
  const lastOfLength: number[] = []
  const before: number[] = []
  for (const [index, time] of times.entries()) {
    let low = 0
    let high = lastOfLength.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((times[lastOfLength[middle] ?? 0] ?? 0) <= time) low = middle + 1
      else high = middle
    }
    before.push(low === 0 ? -1 : (lastOfLength[low - 1] ?? -1))
    lastOfLength[low] = index
  }
  const rising = times.map(() => false)
  for (let at = lastOfLength.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) rising[at] = true
  return rising
}
