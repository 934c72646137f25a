import { keep, readKept } from './browser-storage.js'

/** YouTube is not contacted before the listener agrees; that is remembered until the tab is closed. */

const key = 'cuepoint.youtube'
/** Also where the browser keeps nothing. */
let isAllowed = false

export const isYoutubeAllowed = (): boolean => isAllowed || readKept('sessionStorage', key) === 'allowed'

export function allowYoutube(): void {
  isAllowed = true
  keep('sessionStorage', key, 'allowed')
}
