/** The client of Cuepoint's HTTP API, for browsers and Node: see README.md beside this. */

export { ApiError } from './api-error.js'
export {
  createCuepointClient,
  type Answer,
  type CuepointClient,
  type CuepointClientOptions,
} from './create-client.js'
export { readPages } from './read-pages.js'
export { watchJob } from './watch-job.js'
export type * from './schema.js'

import type { operations } from './schema.js'

/** The query parameters of an operation: `Query<'search'>`. */
export type Query<Operation extends keyof operations> = NonNullable<
  operations[Operation]['parameters']['query']
>
