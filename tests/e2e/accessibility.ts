import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type AxePath from 'axe-core'
import type { Page } from 'playwright-core'

/** What keeps somebody out of a page. */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What comes out differently in other colours; all else is as it was in the first ones. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** As a phone and a desk show it; nothing moves, so that it is looked at as it stays. */
export const looks = [
  ['phone', { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' }],
  ['desk', { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }],
] as const

/**
 * Serious faults as axe finds them, in light and in dark colours, and whether the page scrolls sideways.
 * @param within a selector: only this part of the page is looked at
 */
export async function findFaults(page: Page, within = 'html'): Promise<string[]> {
  const overflow = within === 'html' ? await overflowOf(page) : 0
  await show(page, 'light')
  const inLight = await runAxe(page, within, null)
  await show(page, 'dark')
  const inDark = await runAxe(page, within, colourRules)
  await show(page, 'light')
  return [
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...inLight,
    ...inDark.map((fault) => `dark: ${fault}`),
  ]
}

/** How much wider than the window the page is, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

async function runAxe(page: Page, within: string, rules: string[] | null): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not bind.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const faults = await page.evaluate(
    async ([within, rules]) => {
      const { axe } = globalThis as unknown as { axe: typeof AxePath }
      const { violations } = await axe.run(within, {
        resultTypes: ['violations'],
        ...(rules && { runOnly: rules }),
      })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    },
    [within, rules] as const,
  )
  // media-chrome names its button "Playback rate 1" and shows "1x"; the name is set by the element itself.
  return faults.filter(
    (fault) => !fault.startsWith('label-content-name-mismatch: <media-playback-rate-button'),
  )
}
