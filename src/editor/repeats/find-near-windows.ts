import type { Windows } from './windows.js'

/**
 * For each window the nearest of other documents. Windows are first put into heaps around some of them (an inverted
 * file, as in Sivic and Zisserman, ICCV 2003), each into the three nearest, and compared only within a heap: the cost
 * grows with the number of windows and not with its square. A small library is one heap, compared in full.
 */

/** Windows a heap, about, times `heapsPerWindow`. */
const windowsPerHeap = 250
const heapsPerWindow = 3
/** Below, everything is compared with everything. */
const maxExact = 4000
/** Neighbours that are kept of each. */
const maxNeighbours = 16

export interface NearPair {
  /** Indexes of windows, `a` before `b`. */
  a: number
  b: number
  similarity: number
}

/** Pairs of other documents, each once, nearest first. @param minSimilarity cosine of the short vectors */
export function findNearWindows(windows: Windows, minSimilarity: number): NearPair[] {
  const count = windows.spans.length
  const similarities = new Float32Array(count * maxNeighbours).fill(minSimilarity)
  const neighbours = new Int32Array(count * maxNeighbours).fill(-1)
  const keep = (of: number, other: number, similarity: number) => {
    const first = of * maxNeighbours
    let at = first + maxNeighbours - 1
    if (similarity <= (similarities[at] ?? 0)) return
    for (let known = first; known <= at; known++) if (neighbours[known] === other) return
    while (at > first && (similarities[at - 1] ?? 0) < similarity) {
      similarities[at] = similarities[at - 1] ?? 0
      neighbours[at] = neighbours[at - 1] ?? -1
      at--
    }
    similarities[at] = similarity
    neighbours[at] = other
  }
  for (const heap of makeHeaps(windows))
    for (let i = 0; i < heap.length; i++)
      for (let j = i + 1; j < heap.length; j++) {
        const a = heap[i] ?? 0
        const b = heap[j] ?? 0
        if (windows.documents[a] === windows.documents[b]) continue
        const similarity = compare(windows.vectors, windows.vectors, windows.dimensions, a, b)
        if (similarity < minSimilarity) continue
        keep(a, b, similarity)
        keep(b, a, similarity)
      }
  const pairs: NearPair[] = []
  for (let a = 0; a < count; a++)
    for (let at = a * maxNeighbours; at < (a + 1) * maxNeighbours; at++) {
      const b = neighbours[at] ?? -1
      if (b < 0) continue
      // A pair that each keeps of the other is told by the earlier one.
      const isKeptByOther = neighbours.subarray(b * maxNeighbours, (b + 1) * maxNeighbours).includes(a)
      if (b > a || !isKeptByOther)
        pairs.push({ a: Math.min(a, b), b: Math.max(a, b), similarity: similarities[at] ?? 0 })
    }
  return pairs.sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b)
}

function makeHeaps(windows: Windows): number[][] {
  const count = windows.spans.length
  if (count <= maxExact) return [Array.from({ length: count }, (_, index) => index)]
  const heapCount = Math.ceil(count / windowsPerHeap)
  const d = windows.dimensions
  const centres = new Float32Array(heapCount * d)
  for (let heap = 0; heap < heapCount; heap++) {
    // Spread over the library, whatever order it is in.
    const chosen = Math.floor((heap * count) / heapCount)
    centres.set(windows.vectors.subarray(chosen * d, (chosen + 1) * d), heap * d)
  }
  const heaps: number[][] = Array.from({ length: heapCount }, () => [])
  const best = new Float32Array(heapsPerWindow)
  const bestHeaps = new Int32Array(heapsPerWindow)
  for (let window = 0; window < count; window++) {
    best.fill(-2)
    for (let heap = 0; heap < heapCount; heap++) {
      const similarity = compare(windows.vectors, centres, d, window, heap)
      let at = heapsPerWindow - 1
      if (similarity <= (best[at] ?? 0)) continue
      for (; at > 0 && (best[at - 1] ?? 0) < similarity; at--) {
        best[at] = best[at - 1] ?? 0
        bestHeaps[at] = bestHeaps[at - 1] ?? 0
      }
      best[at] = similarity
      bestHeaps[at] = heap
    }
    for (const heap of bestHeaps) heaps[heap]?.push(window)
  }
  return heaps
}

/** Of row `i` of `a` and row `j` of `b`. */
function compare(a: Float32Array, b: Float32Array, d: number, i: number, j: number): number {
  let sum = 0
  for (let x = i * d, y = j * d, end = x + d; x < end; x++, y++) sum += (a[x] ?? 0) * (b[y] ?? 0)
  return sum
}
