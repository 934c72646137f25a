import { describe, expect, test } from 'vitest'
import { hideConcept, mergeConcept, renameConcept, splitConcept } from '../../src/concepts/edit-concept.js'
import { aConceptLibrary } from './concept-library.js'

/** Edits on a catalog; `refreshed` are the edits that were there each time concepts were asked to follow. */
async function anEditor() {
  const { catalog } = await aConceptLibrary()
  const listEdits = async () => (await catalog.listConceptEdits()).map(({ edit }) => edit)
  const refreshed: unknown[] = []
  const refresh = async () => void refreshed.push(await listEdits())
  return { editing: { catalog, refresh }, listEdits, refreshed }
}

describe('an edit is kept by the keys of names, and applied before it is answered', () => {
  test.each<[string, (editing: Parameters<typeof hideConcept>[2]) => Promise<string>, string, object]>([
    [
      'merging',
      (editing) => mergeConcept('attention', 'word-vector', editing),
      'embedding',
      { kind: 'merge', key: 'attention', into: 'embedding' },
    ],
    [
      'splitting',
      (editing) => splitConcept('embedding', 'Word Vectors', editing),
      'embedding',
      { kind: 'split', key: 'word vector', from: 'embedding' },
    ],
    [
      'splitting off the name itself',
      (editing) => splitConcept('embedding', 'Embedding', editing),
      'embedding',
      { kind: 'split', key: 'embedding', from: 'word vector' },
    ],
    [
      'renaming',
      (editing) => renameConcept('attention', '  Self-\n attention ', editing),
      'attention',
      { kind: 'rename', key: 'attention', name: 'Self- attention' },
    ],
    [
      'hiding',
      (editing) => hideConcept('attention', true, editing),
      'attention',
      { kind: 'hide', key: 'attention', hidden: true },
    ],
    [
      'showing',
      (editing) => hideConcept('secret', false, editing),
      'secret',
      { kind: 'hide', key: 'secret', hidden: false },
    ],
  ])('%s', async (_, act, slug, edit) => {
    const { editing, refreshed } = await anEditor()
    expect(await act(editing)).toBe(slug)
    expect(refreshed).toEqual([[edit]])
  })
})

test('what is so already is not written', async () => {
  const { editing, listEdits, refreshed } = await anEditor()
  await renameConcept('embedding', 'Embedding', editing)
  await hideConcept('embedding', false, editing)
  expect([await listEdits(), refreshed]).toEqual([[], []])
})

describe('refused, with what to do instead', () => {
  const invalid = 'CONCEPT_EDIT_INVALID'
  test.each<[string, (editing: Parameters<typeof hideConcept>[2]) => Promise<string>, string, RegExp]>([
    [
      'merging into itself',
      (e) => mergeConcept('embedding', 'word-vector', e),
      invalid,
      /one concept already/,
    ],
    [
      'merging a hidden one',
      (e) => mergeConcept('secret', 'token', e),
      invalid,
      /"secret" is hidden: show it/,
    ],
    [
      'merging into an unknown one',
      (e) => mergeConcept('token', 'nonsense', e),
      'CONCEPT_NOT_FOUND',
      /"nonsense"/,
    ],
    [
      'splitting the only name',
      (e) => splitConcept('token', 'Tokens', e),
      invalid,
      /the only name of "token"/,
    ],
    [
      'splitting a name it does not have',
      (e) => splitConcept('embedding', 'cat', e),
      invalid,
      /it has "Embedding", /,
    ],
    [
      'splitting a plural from its singular',
      (e) => splitConcept('embedding', 'embeddings', e),
      invalid,
      /another way/,
    ],
    ['a name without a word', (e) => renameConcept('token', ' ?! ', e), invalid, /has no word/],
    ['a name of another one', (e) => renameConcept('token', 'Embeddings', e), invalid, /merge the two/],
  ])('%s', async (_, act, code, message) => {
    const { editing, listEdits } = await anEditor()
    const refused = expect(act(editing)).rejects
    await refused.toMatchObject({ code, message: expect.stringMatching(message) as string })
    expect(await listEdits()).toEqual([])
  })
})
