import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packColumns, unpackColumns } from '../../src/concepts/packed-columns.js'

test('columns come out as they went in, with what names them, wherever the bytes lie', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.array(fc.int32Array({ maxLength: 9 }), { maxLength: 5 }),
      fc.nat(9),
      (value, columns, offset) => {
        const head = JSON.parse(JSON.stringify({ value })) as unknown
        const packed = packColumns({ head, columns })
        const elsewhere = Uint8Array.of(...Array<number>(offset).fill(7), ...packed, 7).subarray(offset, -1)
        expect(unpackColumns(elsewhere)).toEqual({ head, columns })
        // A small Buffer lies in a pool that it shares with others.
        expect(unpackColumns(Buffer.from(packed))).toEqual({ head, columns })
      },
    ),
  )
})
