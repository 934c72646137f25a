import type { ConceptStore } from '../catalog/concept-store.js'
import type { Concept, ConceptEdit } from '../domain/concept.js'
import { AppError } from '../errors.js'
import { conceptKey } from './concept-key.js'
import { findConcept } from './find-concept.js'

/**
 * What a user puts right about names. Each is kept as an edit by the names' keys, so that it outlives every re-run, and
 * has been applied when the promise resolves: to the slug of the concept as it is from then on.
 */

export interface EditDependencies {
  catalog: Pick<ConceptStore, 'findConcept' | 'findConceptsByKey' | 'addConceptEdits'>
  /** Resolves when the concepts are as the edits say. */
  refresh: () => Promise<void>
}

/** Both become the one of `into`. @throws CONCEPT_NOT_FOUND, CONCEPT_EDIT_INVALID */
export async function mergeConcept(
  slug: string,
  into: string,
  dependencies: EditDependencies,
): Promise<string> {
  const { catalog } = dependencies
  const [merged, kept] = [await findConcept(slug, catalog), await findConcept(into, catalog)]
  if (merged.slug === kept.slug)
    throw invalid(`${quote(slug)} and ${quote(into)} are one concept already: name another one in \`into\`.`)
  const hidden = [merged, kept].find((concept) => concept.hidden)
  if (hidden) throw invalid(`The concept ${quote(hidden.slug)} is hidden: show it before merging it.`)
  await addEdit({ kind: 'merge', key: keyOf(merged), into: keyOf(kept) }, dependencies)
  return kept.slug
}

/** One of its names becomes a concept of its own. @throws CONCEPT_NOT_FOUND, CONCEPT_EDIT_INVALID */
export async function splitConcept(
  slug: string,
  alias: string,
  dependencies: EditDependencies,
): Promise<string> {
  const concept = await findConcept(slug, dependencies.catalog)
  const key = conceptKey(alias)
  const names = [concept.name, ...concept.aliases].map(quote).join(', ')
  if (!concept.keys.includes(key))
    throw invalid(`The concept ${quote(concept.slug)} has no name ${quote(alias)}: it has ${names}.`)
  const remaining = concept.keys.find((other) => other !== key)
  if (remaining === undefined)
    throw invalid(
      `${quote(alias)} is the only name of ${quote(concept.slug)}, however it is written (${names}): there is nothing to split.`,
    )
  const own = keyOf(concept)
  if (key === own && alias !== concept.name)
    throw invalid(
      `${quote(alias)} is another way to write the name ${quote(concept.name)}: split ${quote(concept.name)}.`,
    )
  await addEdit({ kind: 'split', key, from: key === own ? remaining : own }, dependencies)
  return concept.slug
}

/** @throws CONCEPT_NOT_FOUND, CONCEPT_EDIT_INVALID */
export async function renameConcept(
  slug: string,
  name: string,
  dependencies: EditDependencies,
): Promise<string> {
  const concept = await findConcept(slug, dependencies.catalog)
  const shown = name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const key = conceptKey(shown)
  if (key === '') throw invalid(`The name ${quote(name)} has no word: a concept needs one.`)
  const owner = (await dependencies.catalog.findConceptsByKey([key])).get(key) ?? concept.slug
  if (owner !== concept.slug)
    throw invalid(`${quote(shown)} is a name of the concept ${quote(owner)}: merge the two instead.`)
  if (shown !== concept.name)
    await addEdit({ kind: 'rename', key: keyOf(concept), name: shown }, dependencies)
  return concept.slug
}

/** Takes it out of lists, searches and suggestions, or shows it again. @throws CONCEPT_NOT_FOUND */
export async function hideConcept(
  slug: string,
  hidden: boolean,
  dependencies: EditDependencies,
): Promise<string> {
  const concept = await findConcept(slug, dependencies.catalog)
  if (hidden !== concept.hidden) await addEdit({ kind: 'hide', key: keyOf(concept), hidden }, dependencies)
  return concept.slug
}

async function addEdit(edit: ConceptEdit, { catalog, refresh }: EditDependencies): Promise<void> {
  await catalog.addConceptEdits([edit])
  await refresh()
}

const keyOf = ({ name }: Concept): string => conceptKey(name)
const quote = (text: string): string => JSON.stringify(text)
const invalid = (message: string): AppError => new AppError('CONCEPT_EDIT_INVALID', message)
