import { AppError } from './errors.js'

/**
 * Cursor of a page of a list that is made anew for each page: how many were shown before; 0 without one.
 * @throws QUERY_INVALID for one that is none of ours
 */
export function readPosition(cursor: string | null): number {
  if (cursor === null) return 0
  if (!/^\d{1,6}$/.test(cursor)) throw cursorError(cursor)
  return Number(cursor)
}

/** For a cursor that is none of ours: one that begins again would be a loop for who asks for page after page. */
export const cursorError = (cursor: string): AppError =>
  new AppError(
    'QUERY_INVALID',
    `The cursor "${cursor.slice(0, 40)}" is not the \`next\` of a page: leave it out for the first one.`,
  )

/** The cursor of the page after this one; null on the last. */
export const nextPosition = (position: number, limit: number, total: number): string | null =>
  position + limit < total ? String(position + limit) : null
