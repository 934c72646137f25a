import { countUnread, readSaved, subscribeToSaved, type SavedState } from '../../desk/saved-store.js'
import { useStore } from '../use-store.js'

/** The saved searches, kept up to date while they are shown. */
export const useSaved = (): SavedState => useStore(readSaved, subscribeToSaved)

export const useUnread = (): number => useStore(() => countUnread(readSaved()), subscribeToSaved)
