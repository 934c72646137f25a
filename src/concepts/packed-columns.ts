import { packJson, unpackJson } from './extract/evidence.js'

/** Numbers beside what names them, as bytes: as JSON a million of them take a second to read. */

export interface PackedColumns {
  /** As JSON can hold it. */
  head: unknown
  columns: readonly Int32Array[]
}

const bytesPerNumber = 4

/** Length of the head in bytes, number of columns, length of each column; the columns; the head. */
export function packColumns({ head, columns }: PackedColumns): Uint8Array {
  const packedHead = packJson(head)
  const lengths = [packedHead.length, columns.length, ...columns.map(({ length }) => length)]
  const size = columns.reduce((sum, { length }) => sum + length, lengths.length)
  const bytes = new Uint8Array(bytesPerNumber * size + packedHead.length)
  const numbers = new Int32Array(bytes.buffer, 0, size)
  let at = 0
  for (const each of [lengths, ...columns]) {
    numbers.set(each, at)
    at += each.length
  }
  bytes.set(packedHead, bytesPerNumber * size)
  return bytes
}

/** @param bytes as `packColumns` gave them */
export function unpackColumns(bytes: Uint8Array): PackedColumns {
  // A copy, which begins where numbers may stand.
  const { buffer } = new Uint8Array(bytes)
  const numbers = new Int32Array(buffer, 0, Math.floor(bytes.length / bytesPerNumber))
  const [headLength = 0, count = 0] = numbers
  let at = 2 + count
  const columns = Array.from(numbers.subarray(2, at), (length) => numbers.subarray(at, (at += length)))
  const from = bytesPerNumber * at
  return { head: unpackJson(new Uint8Array(buffer, from, headLength)), columns }
}
