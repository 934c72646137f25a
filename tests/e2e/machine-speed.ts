/** Times are promised for a machine of two cores; this says how a slower or busier one compares with it. */

/** Processor time of the work below on that machine, in ms. */
const referenceMs = 7
const rounds = 9

/** How many times longer work takes here and now; 1 where it is as fast, or faster. */
export function measureSlowness(): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  return Math.max(1, (times[Math.floor(rounds / 2)] ?? 0) / referenceMs)
}

/** Small objects, texts and a table of them, as pages make. */
function work(): number {
  const counts = new Map<string, number>()
  for (let index = 0; index < 60_000; index += 1) {
    const word = `word ${(index * 7919) % 5003}`
    counts.set(word, (counts.get(word) ?? 0) + word.length)
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).length
}
