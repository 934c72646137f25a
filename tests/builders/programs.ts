import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test } from 'vitest'

/** Programs that tests need and machines may lack. Where CI=true a missing one fails the test instead of skipping it. */

export function isThere(program: string, ...words: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** `test` where all are there; else its name says what is missing. */
export function testWith(needed: Readonly<Record<string, boolean>>) {
  const missing = Object.keys(needed).filter((name) => !needed[name])
  const isSkipped = missing.length > 0 && process.env.CI !== 'true'
  const reason = isSkipped ? ` (skipped: ${missing.join(' and ')} not installed)` : ''
  return (name: string, run: () => Promise<void> | void) => test.skipIf(isSkipped)(name + reason, run)
}

/** Made by scripts/install-timeline-readers.sh; a machine may have OpenTimelineIO of its own. */
const readers = 'node_modules/.cache/timeline-readers/bin/python'
export const python = existsSync(readers) ? readers : 'python3'
export const hasTimelineReaders = isThere(
  python,
  '-c',
  'import opentimelineio, otio_cmx3600_adapter, otio_fcpx_xml_adapter',
)
export const hasFfmpeg = isThere('ffmpeg', '-version')
