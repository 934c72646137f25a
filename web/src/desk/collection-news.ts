/** Tells the other windows of this browser that a collection was changed here. */

export interface CollectionNews {
  id: string
  /** What it is now; null when it was removed. */
  version: number | null
}

const channelName = 'cuepoint-collections'
/** Of this window; some browsers have none in private windows, and windows then learn of it when they get the focus. */
let channel: BroadcastChannel | null = null
const listeners = new Set<(news: CollectionNews) => void>()

function open(): BroadcastChannel | null {
  if (channel || typeof BroadcastChannel === 'undefined') return channel
  channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<CollectionNews>) => {
    for (const listener of listeners) listener(data)
  }
  return channel
}

/** Others are told, and who listens in this window too. */
export function tellNews(news: CollectionNews): void {
  open()?.postMessage(news)
  for (const listener of listeners) listener(news)
}

/** Returns what stops the listening. */
export function onNews(listener: (news: CollectionNews) => void): () => void {
  open()
  listeners.add(listener)
  return () => listeners.delete(listener)
}
