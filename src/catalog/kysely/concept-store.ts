import type { ConceptStore } from '../concept-store.js'
import { conceptFollowing } from './concept-following.js'
import { conceptReader } from './concept-reader.js'
import { conceptWriter } from './concept-writer.js'
import type { Handles } from './kysely-catalog.js'
import { mentionReader } from './mention-reader.js'
import { peopleReader } from './people-reader.js'

export const conceptStore = (handles: Handles): ConceptStore => ({
  ...conceptWriter(handles),
  ...conceptFollowing(handles),
  ...conceptReader(handles),
  ...mentionReader(handles),
  ...peopleReader(handles),
})
