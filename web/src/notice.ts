/** One line for the whole page that says what was done, with a way back; the next replaces it. */

export interface NoticeAction {
  label: string
  /** Where it leads, or what it does. */
  href?: string
  act?: () => void
}

export interface Notice {
  text: string
  actions: readonly NoticeAction[]
}

let notice: Notice | null = null
const listeners = new Set<() => void>()

export const readNotice = (): Notice | null => notice

export function showNotice(text: string, actions: readonly NoticeAction[] = []): void {
  set({ text, actions })
}

export function closeNotice(): void {
  set(null)
}

export function subscribeToNotice(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: Notice | null): void {
  notice = next
  for (const listener of listeners) listener()
}
