/** YouTube is not contacted before the listener agrees; that is remembered until the tab is closed. */

const key = 'cuepoint.youtube'
let isAllowed = false

export function isYoutubeAllowed(): boolean {
  try {
    return isAllowed || sessionStorage.getItem(key) === 'allowed'
  } catch {
    return isAllowed
  }
}

export function allowYoutube(): void {
  isAllowed = true
  try {
    sessionStorage.setItem(key, 'allowed')
  } catch {
    // Then it is asked again after the page is loaded anew.
  }
}
