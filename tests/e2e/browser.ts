import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** The system's Chromium; a test that needs it is skipped by name without one, except in CI, where it must run. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(chromiumPath)
export const skipsBrowser = !hasBrowser && process.env.CI !== 'true'
export const browserReason = hasBrowser ? '' : ` (skipped: no Chromium at ${chromiumPath}; set CHROMIUM_PATH)`

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      // Needed where tests run as root, as in most containers; the pages are our own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
