/** When a message that was not taken is sent again. */

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** After the first attempt, the second, …; about 28 hours together. As Standard Webhooks proposes. */
const delaysMs = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour]

/** Share of a delay that is chance, to either side: a receiver that comes back must not meet all messages at once. */
const jitter = 0.2

export const maxAttempts = delaysMs.length + 1

/**
 * Milliseconds until the next attempt; null when there is none any more.
 * @param attempts made so far, at least 1
 * @param retryAfterMs what the receiver asked for; a longer wait than ours is granted, up to the longest of ours
 * @param random in [0, 1)
 */
export function nextDelayMs(attempts: number, retryAfterMs: number | null, random: number): number | null {
  const delayMs = delaysMs[attempts - 1]
  if (delayMs === undefined) return null
  const spread = delayMs * (1 - jitter + 2 * jitter * random)
  return Math.round(Math.max(spread, Math.min(retryAfterMs ?? 0, Math.max(...delaysMs))))
}
