import { AppError } from '../errors.js'

/** The position in a list at which a page begins; 0 without a cursor. @throws QUERY_INVALID for one that is none of ours */
export function readPosition(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (!/^\d{1,6}$/.test(cursor))
    throw new AppError(
      'QUERY_INVALID',
      `The cursor "${cursor.slice(0, 40)}" is not the \`next\` of a page: leave it out for the first one.`,
    )
  return Number(cursor)
}
