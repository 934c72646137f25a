import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dotQuantized,
  quantizationScale,
  quantizedFromBytes,
  quantizeVector,
  sentenceSpace,
} from '../../src/embed/quantize.js'
import { ProcessEmbedder } from '../../src/embed/process-embedder.js'
import { cosine, findVendoredModel } from './vendored-model.js'

/** Near the original, but its length is only about 1. */
const dequantizeVector = (quantized: Int8Array): Float32Array =>
  Float32Array.from(quantized, (value) => value / quantizationScale)

test('components are scaled, rounded to the nearest and clipped at both ends', () => {
  const step = 1 / quantizationScale
  const vector = Float32Array.of(0, step, -step, 0.4 * step, 0.6 * step, 127 * step, 0.7, -0.7, 1, -1)
  expect([...quantizeVector(vector)].map((value) => value + 0)).toEqual([
    0, 1, -1, 0, 1, 127, 127, -127, 127, -127,
  ])
})

test('restoring gives each component back within half a step', () => {
  const largest = 127 / quantizationScale
  fc.assert(
    fc.property(
      fc.float32Array({ min: Math.fround(-0.57), max: Math.fround(0.57), noNaN: true, maxLength: 50 }),
      (vector) => {
        const restored = dequantizeVector(quantizeVector(vector))
        vector.forEach((component, index) => {
          expect(Math.abs(component)).toBeLessThan(largest)
          expect(Math.abs((restored[index] ?? NaN) - component)).toBeLessThanOrEqual(
            0.5 / quantizationScale + 1e-7,
          )
        })
      },
    ),
  )
})

test('the similarity of a query is its dot product with the restored vector', () => {
  const query = Float32Array.of(0.6, -0.8, 0)
  const quantized = Int8Array.of(110, -22, 127)
  expect(dotQuantized(query, quantized)).toBeCloseTo((0.6 * 110 + 0.8 * 22) / quantizationScale, 6)
})

test('vectors of different dimensions have no similarity', () => {
  expect(() => dotQuantized(new Float32Array(3), new Int8Array(4))).toThrow(RangeError)
})

test('bytes of a larger block of memory are read where they are', () => {
  const block = Uint8Array.of(9, 9, 1, 255, 128, 9)
  expect([...quantizedFromBytes(block.subarray(2, 5))]).toEqual([1, -1, -128])
})

test('the space of sentence vectors names the model and the scale', async () => {
  const { identity } = await findVendoredModel()
  expect(sentenceSpace(identity)).toBe('Xenova/bge-small-en-v1.5@6c9c6101a956d62d/q8/cls/384/int8×220')
})

test('for real sentences the quantised vector keeps its direction, and similarities their value', async () => {
  const sentences = [
    'So today we are going to talk about compact block filters.',
    'Right.',
    'And that is where the fee estimator comes in, because it looks at what was mined before.',
    'You know, I think it is a really nice improvement for people running a node at home.',
    'What is the difference between a soft fork and a hard fork?',
    'Thank you so much for joining us, and see you next week!',
  ]
  const embedder = new ProcessEmbedder(await findVendoredModel(), { processes: 1 })
  const vectors = await embedder.embedPassages(sentences)
  await embedder.close()
  for (const vector of vectors) {
    expect(1 - cosine(vector, dequantizeVector(quantizeVector(vector)))).toBeLessThan(5e-4)
    for (const other of vectors)
      expect(Math.abs(dotQuantized(other, quantizeVector(vector)) - cosine(other, vector))).toBeLessThan(
        0.006,
      )
  }
})
