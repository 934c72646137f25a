/** What this browser keeps for the pages. Where keeping is refused (reading `localStorage` throws) or full, nothing is. */

export type StorageName = 'localStorage' | 'sessionStorage'

export function readKept(storage: StorageName, key: string): string | null {
  try {
    return window[storage].getItem(key)
  } catch {
    return null
  }
}

/** Null forgets it. */
export function keep(storage: StorageName, key: string, value: string | null): void {
  try {
    if (value === null) window[storage].removeItem(key)
    else window[storage].setItem(key, value)
  } catch {
    // The next visit begins at the beginning.
  }
}
