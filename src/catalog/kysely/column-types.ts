/** What columns hold that databases have no type for. */

/** Of the domain type that is named beside it. */
export type Json = string
/** SQLite has no booleans: 0 or 1. */
export type Flag = number
