import type { Clip, Collection } from '../../../client/index.js'
import { formatClock } from '../../../src/domain/time.js'
import { countOf } from '../words.js'
import type { Change } from './collection-changes.js'
import { formatMoment } from './moment-text.js'

/** Clips and their changes in words. */

const shortLength = 60

/** What a clip is called: its title, else its first words, else what it is of. */
export function nameClip({ title, text, document }: Pick<Clip, 'title' | 'text' | 'document'>): string {
  if (title.trim() !== '') return title.trim()
  const words = text.replace(/\s+/g, ' ').trim()
  if (words === '') return document.title
  if (words.length <= shortLength) return `“${words}”`
  return `“${words.slice(0, words.lastIndexOf(' ', shortLength)).replace(/[\s,.;:]+$/, '')} …”`
}

/** `12:34–12:58`; empty without times. */
export function formatRange({ startMs, endMs }: Pick<Clip, 'startMs' | 'endMs'>): string {
  return startMs === null || endMs === null ? '' : `${formatClock(startMs)}–${formatClock(endMs)}`
}

/** What of a clip an editor should know before it is used. */
export function warnOfClip(
  { orphaned, usedIn }: Pick<Clip, 'orphaned' | 'usedIn'>,
  collectionId: string,
): string[] {
  const elsewhere = [
    ...new Set(
      usedIn.filter((use) => use.collectionId !== collectionId).map((use) => `“${use.collectionTitle}”`),
    ),
  ]
  const isHere = usedIn.some((use) => use.collectionId === collectionId)
  return [
    ...(orphaned ? ['Its document is gone: words and times are kept.'] : []),
    ...(isHere ? ['Another clip here has a part of it.'] : []),
    ...(elsewhere.length > 0 ? [`Also in ${new Intl.ListFormat('en').format(elsewhere)}.`] : []),
  ]
}

/** A change as its editor would tell it. */
export function describeChange(change: Change, { clips }: Collection): string {
  const name = (clipId: string) => {
    const clip = clips.find(({ id }) => id === clipId)
    return clip ? nameClip(clip) : 'a clip that is gone'
  }
  switch (change.kind) {
    case 'words':
      return [
        ...(change.title === undefined ? [] : [`the title “${change.title}”`]),
        ...(change.note === undefined ? [] : ['the note']),
      ].join(' and ')
    case 'order':
      return 'the order of the clips'
    case 'clip': {
      const { startMs, endMs, title, note, tags } = change.patch
      const parts = [
        ...(startMs === undefined ? [] : [`start ${formatMoment(startMs)}`]),
        ...(endMs === undefined ? [] : [`end ${formatMoment(endMs)}`]),
        ...(title === undefined ? [] : [`title “${title}”`]),
        ...(note === undefined ? [] : ['note']),
        ...(tags === undefined ? [] : ['tags']),
      ]
      return `${parts.join(', ')} of ${name(change.clipId)}`
    }
    case 'add':
      return 'a new clip'
    case 'remove':
      return `removing ${name(change.clipId)}`
    case 'step':
      return change.by === -1 ? 'undo' : 'redo'
  }
}

/** `3 clips · 1:12`; the length is left out where nothing can be heard. */
export const countClips = (count: number): string => (count === 0 ? 'no clips' : countOf(count, 'clip'))

/** `maths, history` → its tags, each once, in order. */
export function readTags(text: string): string[] {
  const tags = text.split(/[,;\n]/).map((tag) => tag.replace(/\s+/g, ' ').trim().slice(0, maxTagLength))
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, maxTags)
}

/** As the API takes them. */
const maxTagLength = 60
const maxTags = 30
