/** Gives text to the clipboard, or to whatever the device shares with. */

/** False when the browser does not let a page copy. Call it within a press of the user's. */
export async function copyText(text: string): Promise<boolean> {
  // Only pages from https or this machine have a clipboard; a library on the home network is on neither.
  if (!('clipboard' in navigator)) return copyBySelecting(text)
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelecting(text)
  }
}

export type ShareOutcome = 'shared' | 'copied' | 'cancelled' | 'failed'

/** Shares by the device where it can, else copies the address. */
export async function shareAddress(title: string, url: string): Promise<ShareOutcome> {
  if (typeof navigator.share === 'function')
    try {
      await navigator.share({ title, url })
      return 'shared'
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
    }
  return (await copyText(url)) ? 'copied' : 'failed'
}

function copyBySelecting(text: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'visually-hidden'
  document.body.append(field)
  field.select()
  // Deprecated, and all that there is without a clipboard.
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return isCopied
}
