import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { AppError } from '../../src/errors.js'

/** Streams a body into memory, decoded, never holding more than the limit. */

/** More layers than two are an attack: no server compresses thrice. */
const maxEncodings = 2

/**
 * The bytes of a body after its content encodings (gzip, deflate, br) are undone.
 * @throws FETCH_TOO_LARGE when they are more than `maxBytes`, as received or decoded
 * @throws FETCH_FAILED for an unknown encoding; {Error} of zlib for one that is broken
 */
export async function readBody(
  body: Readable,
  { url, encoding, maxBytes }: { url: string; encoding: string; maxBytes: number },
): Promise<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > maxEncodings)
    throw new AppError(
      'FETCH_FAILED',
      `${url} is encoded ${names.length} times; at most ${maxEncodings} are undone`,
    )
  // The last encoding listed was applied last.
  const decoders: ByteStep[] = names.reverse().map((name) => decodingStep(name, url))
  const chunks: Buffer[] = []
  let receivedBytes = 0
  let decodedBytes = 0
  const tooLarge = () =>
    new AppError(
      'FETCH_TOO_LARGE',
      `${url} is larger than ${maxBytes} bytes, the most that is read of one file`,
    )
  async function* countReceived(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      receivedBytes += chunk.length
      if (receivedBytes > maxBytes) throw tooLarge()
      yield chunk
    }
  }
  async function collect(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      decodedBytes += chunk.length
      if (decodedBytes > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  }
  let bytes: AsyncIterable<Buffer> = countReceived(body)
  for (const decode of decoders) bytes = decode(bytes)
  await collect(bytes)
  return Buffer.concat(chunks, decodedBytes)
}

type ByteStep = (source: AsyncIterable<Buffer>) => AsyncIterable<Buffer>

function decodingStep(name: string, url: string): ByteStep {
  if (name === 'gzip' || name === 'x-gzip') return (source) => through(source, () => createGunzip())
  if (name === 'br') return (source) => through(source, () => createBrotliDecompress())
  // Servers disagree whether "deflate" has a zlib header; its first byte has 8 in the low half.
  if (name === 'deflate')
    return (source) =>
      through(source, (first) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw()))
  throw new AppError(
    'FETCH_FAILED',
    `${url} is encoded as ${JSON.stringify(name.slice(0, 40))}, which was not asked for`,
  )
}

async function* through(
  source: AsyncIterable<Buffer>,
  create: (firstByte: number) => Transform,
): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done === true || first.value.length === 0) return
  const decoder = create(first.value[0] ?? 0)
  const rest = { [Symbol.asyncIterator]: () => iterator }
  const done = pipeline(async function* () {
    yield first.value
    yield* rest
  }, decoder)
  // A failure reaches the reader through the decoder; awaiting `done` below takes it up if the reader left before.
  const settled = done.then(
    () => null,
    (error: unknown) => error,
  )
  try {
    for await (const chunk of decoder) yield chunk as Buffer
  } finally {
    decoder.destroy()
    await settled
  }
}
