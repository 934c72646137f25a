import { setPriority } from 'node:os'
import { serveEncoder } from './serve-encoder.js'

/** A child process that embeds in bulk. */

/** Ingest must not slow down a search. */
const politePriority = 10

// Before any other thread is started: threads inherit it.
setPriority(politePriority)
serveEncoder()
