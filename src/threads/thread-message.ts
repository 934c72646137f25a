import { AppError, errorCodes, type ErrorCode } from '../errors.js'

/** What passes between a ThreadClient and `serveThread`. */

/** The methods a thread offers; arguments and results must be structured-cloneable. */
export type ThreadApi<Api> = { [Method in keyof Api]: (...args: never[]) => unknown }

export type ThreadRequest =
  | { kind: 'call'; id: number; method: string; args: readonly unknown[] }
  /** Always the last message to a thread. */
  | { kind: 'close'; id: number }

export type ThreadResponse =
  { id: number; ok: true; value: unknown } | { id: number; ok: false; error: ErrorMessage }

/** An error as plain data: structured clone would drop the class, the code and the name. */
export interface ErrorMessage {
  name: string
  message: string
  stack: string
  /** Of an AppError, or of an error of Node or SQLite (`ENOENT`, `SQLITE_BUSY`). */
  code: string | null
  cause: ErrorMessage | null
}

/** Causes of causes beyond this tell nobody anything, and one that is its own cause must end. */
const maxCauses = 8

export function toErrorMessage(error: unknown, causesLeft = maxCauses): ErrorMessage {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: '', code: null, cause: null }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const cause =
    error.cause === undefined || causesLeft === 0 ? null : toErrorMessage(error.cause, causesLeft - 1)
  return { name: error.name, message: error.message, stack: error.stack ?? '', code, cause }
}

/** An AppError comes back as an AppError; others as an Error with the name, stack and code they had in the thread. */
export function fromErrorMessage({ name, message, stack, code, cause }: ErrorMessage): Error {
  const options = cause ? { cause: fromErrorMessage(cause) } : {}
  const error =
    name === 'AppError' && isErrorCode(code)
      ? new AppError(code, message, options)
      : Object.assign(new Error(message, options), { name }, code === null ? {} : { code })
  if (stack !== '') error.stack = stack
  return error
}

const isErrorCode = (code: string | null): code is ErrorCode =>
  code !== null && (errorCodes as string[]).includes(code)
