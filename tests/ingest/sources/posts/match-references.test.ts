import { expect, test } from 'vitest'
import { matchReferences } from '../../../../ingest/sources/posts/match-references.js'

const match = (rows: string[], headings: string[]): string[] =>
  matchReferences(
    rows.map((name) => ({
      name,
      links: [{ title: name, url: `https://x.example/${name}`, rel: 'paper' as const }],
    })),
    headings.map((heading) => ({ heading })),
  ).map(({ section, links }) => `${links[0]?.title ?? ''} → ${section.heading}`)

test('names match by equality, acronym, part and stem', () => {
  expect(
    match(
      ['VLM', 'VAEs', 'Adam', 'Interpretability', 'Regularizers', 'RSFT', 'Gradient Noise'],
      [
        ...['Adam', 'Variational Autoencoders (VAEs)', 'VLM (Vision-Language Models)', 'Gradient Noise'],
        ...['Why Interpretability Is Hard', 'Regularization', 'Rejection Sampling Fine-Tuning'],
      ],
    ),
  ).toEqual([
    'VLM → VLM (Vision-Language Models)',
    'VAEs → Variational Autoencoders (VAEs)',
    'Adam → Adam',
    'Interpretability → Why Interpretability Is Hard',
    'Regularizers → Regularization',
    'RSFT → Rejection Sampling Fine-Tuning',
    'Gradient Noise → Gradient Noise',
  ])
})

test('of two like names each row takes its best, and none is given to a stranger', () => {
  expect(
    match(['Batch Norm', 'Batch Size', 'Cooking'], ['Batch Size', 'Batch Norm', 'Quick Reference']),
  ).toEqual(['Batch Norm → Batch Norm', 'Batch Size → Batch Size'])
})

test('a row between two that are matched goes by its place', () => {
  expect(match(['One', 'Uno', 'Three'], ['One', 'Two', 'Three'])).toEqual([
    'One → One',
    'Uno → Two',
    'Three → Three',
  ])
})
