/** A cursor is the position of the last row shown, its sort values in order, in JSON. */

type Position<Types extends readonly ('string' | 'number')[]> = {
  [Index in keyof Types]: Types[Index] extends 'string' ? string : number
}

export const toCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** Null, the first page, for a cursor that is not one of ours. @param types of the sort values, in order */
export function readCursor<const Types extends readonly ('string' | 'number')[]>(
  cursor: string | null,
  types: Types,
): Position<Types> | null {
  if (cursor === null) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isPosition =
      Array.isArray(values) &&
      values.length === types.length &&
      types.every((type, index) => typeof values[index] === type)
    return isPosition ? (values as Position<Types>) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
