import { serveEncoder } from './serve-encoder.js'

/** A child process with a cross-encoder. Of ordinary priority: a listener is waiting. */
serveEncoder()
