import { open } from 'node:fs/promises'

/** A page of Ogg is at most 65,307 bytes long, so that the last one begins within these. */
const tailBytes = 2 * 65_307
/** A segment of a page; the header before them is 27 bytes long. */
const headerBytes = 27
/** Opus counts in 48 kHz whatever its sound was sampled with. */
const opusRate = 48_000

/**
 * The length of an Ogg file by the position that its last page gives, without reading what lies between. Null when no
 * page says it. `codec` and `sampleRate` are those of its stream.
 */
export async function readOggDurationMs(
  path: string,
  { codec, sampleRate }: { codec: string; sampleRate: number },
): Promise<number | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const length = Math.min(size, tailBytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    const tail = buffer.subarray(0, bytesRead)
    const rate = /opus/i.test(codec) ? opusRate : sampleRate
    for (
      let at = tail.lastIndexOf('OggS');
      at !== -1;
      at = at === 0 ? -1 : tail.lastIndexOf('OggS', at - 1)
    ) {
      if (at + headerBytes > tail.length) continue
      const position = tail.readBigInt64LE(at + 6)
      // -1: no packet ends on this page.
      if (position > 0n) return Math.round((Number(position) / rate) * 1000)
    }
    return null
  } finally {
    await file.close()
  }
}
