/** How fast it can play, as a factor. */
export const speeds: readonly number[] = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

export const isSpeed = (value: number): boolean => speeds.includes(value)

/** The speed of the list that is nearest to what the media says it plays at. */
export function nearestSpeed(rate: number): number {
  return speeds.reduce((best, speed) => (Math.abs(speed - rate) < Math.abs(best - rate) ? speed : best), 1)
}

/** `1×`, `1.25×` */
export const formatSpeed = (speed: number): string => `${speed}×`
