import { cursorError } from '../../position-cursor.js'

/** A cursor is the position of the last row shown, its sort values in order, in JSON. */

type Position<Types extends readonly ('string' | 'number')[]> = {
  [Index in keyof Types]: Types[Index] extends 'string' ? string : number
}

export const toCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** Null without one. @param types of the sort values, in order @throws QUERY_INVALID for one that is none of ours */
export function readCursor<const Types extends readonly ('string' | 'number')[]>(
  cursor: string | null,
  types: Types,
): Position<Types> | null {
  if (cursor === null) return null
  const values = parsePosition(cursor)
  const isPosition =
    Array.isArray(values) &&
    values.length === types.length &&
    types.every((type, index) => typeof values[index] === type)
  if (!isPosition) throw cursorError(cursor)
  return values as Position<Types>
}

/** Undefined when it is no JSON. */
function parsePosition(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
