/** Texts → the portions handed to embedding processes. */

/**
 * About 60 ms of work: little enough that processes end a call together, enough that passing it over (0.3 ms) does not
 * count. Characters stand for tokens: four to five in English, and counting tokens would cost this process time.
 */
const maxBucketCharacters = 600

/**
 * Positions of the texts, each exactly once: longest texts first, so that what is left for the end is small. A bucket
 * holds at most `maxBucketCharacters`, or one longer text; equal lengths keep their order. Cost: n log n.
 */
export function cutBuckets(texts: readonly string[]): number[][] {
  const lengthOf = (position: number) => texts[position]?.length ?? 0
  const buckets: number[][] = []
  let room = 0
  for (const position of [...texts.keys()].sort((a, b) => lengthOf(b) - lengthOf(a))) {
    // Even an empty text costs a call of the model.
    const cost = lengthOf(position) + 20
    const bucket = buckets.at(-1)
    if (bucket && cost <= room) {
      bucket.push(position)
      room -= cost
    } else {
      buckets.push([position])
      room = maxBucketCharacters - cost
    }
  }
  return buckets
}
