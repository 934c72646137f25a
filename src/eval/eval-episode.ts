import type { ItemParts } from '../../ingest/build-document.js'
import type { AdOverride } from '../domain/corrections.js'
import type { Source } from '../domain/source.js'

/** A document as an eval library takes it, before passages are cut. */
export interface EvalEpisode {
  source: Source
  parts: ItemParts
  adOverrides: AdOverride[]
  /** By which a row of a set may name it: paths, guid, addresses, title. */
  names: string[]
}

/**
 * What was said, under its title: chapters, notes, headings, descriptions, links and soundbites are what queries are made
 * of, and must be in no index.
 */
export function keepSpeechAlone(parts: ItemParts): ItemParts {
  const item: ItemParts['item'] = {
    ...parts.item,
    description: '',
    tags: [],
    people: [],
    links: [],
    chapters: [],
    soundbites: [],
    sections: [],
    // Files of this machine: the library would be another one wherever it lies.
    enclosure: null,
    imageUrl: null,
  }
  return { ...parts, item, chapters: [] }
}
