import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../../ingest/sources/html/html-to-text.js'
import { readMarkdown } from '../../../../ingest/sources/posts/markdown-sections.js'

const anchors = (markdown: string): string[] => readMarkdown(markdown).sections.map(({ anchor }) => anchor)

describe('anchors', () => {
  test.each([
    ['1. ROC / AUC', '1-roc--auc'],
    ['Why Rust + WASM?', 'why-rust--wasm'],
    ['What We’ve `code_d` *so* far', 'what-weve-code_d-so-far'],
    ['Über Größe', 'über-größe'],
    ['A {#own-id}', 'own-id'],
    ['A {: #own-id .class}', 'own-id'],
    ['!!!', 'section'],
  ])('## %s is #%s', (heading, anchor) => {
    expect(anchors(`## ${heading}\n\ntext`)).toEqual([anchor])
  })

  test('are unique, also where headings, ids and what they become repeat', () => {
    const headings = ['A', 'A', 'A-1', 'B {#a}', '!', '?', 'C {#c}', 'D {#c}', 'c']
    expect(anchors(headings.map((heading) => `## ${heading}\n\ntext`).join('\n\n'))).toEqual([
      ...['a', 'a-1', 'a-1-1', 'b', 'section', 'section-1', 'c', 'd', 'c-1'],
    ])
  })

  test('count headings whose section has no text', () => {
    expect(anchors('# A\n## A\n\ntext')).toEqual(['a-1'])
  })
})

describe('text', () => {
  test('of nested lists, tasks, breaks and footnotes', () => {
    const markdown = '1. one\n   - inner  \n     line\n2. [x] done[^1] ~~not~~\n\n[^1]: The note.\n'
    expect(readMarkdown(markdown).sections.map(({ text }) => text)).toEqual([
      '- one\n- inner\nline\n- done not\n\nThe note.',
    ])
  })

  test('has no table of contents, rule, HTML or attribute list', () => {
    const markdown = '* TOC\n{:toc}\n\n---\n\n<p>raw</p>\n\nKept <b>here</b>.{: .x}\n{: #id .y}\n'
    expect(readMarkdown(markdown).sections.map(({ text }) => text)).toEqual(['Kept here.'])
  })

  test('keeps brackets that are no reference', () => {
    expect(readMarkdown('matrix[i][j] and [a] and [b][c d]').sections[0]?.text).toBe(
      'matrix[i][j] and [a] and b',
    )
  })

  test('a list of papers under References is links, a list of words is text', () => {
    const { sections, links } = readMarkdown(
      '## References\n\n- [One](https://a.example) (2001)\n- [Two](https://b.example)\n\n## Resources\n\n- time\n- [money](https://c.example)\n- rest\n',
    )
    expect(sections.map(({ heading, text }) => [heading, text])).toEqual([
      ['Resources', '- time\n- money\n- rest'],
    ])
    expect(links).toEqual([
      { title: 'One', url: 'https://a.example/', rel: 'paper' },
      { title: 'Two', url: 'https://b.example/', rel: 'resource' },
    ])
  })
})

const blog = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/software-wrighter-blog')

describe.skipIf(!existsSync(blog))('with a real built Jekyll site at hand (CUEPOINT_SHARED)', () => {
  test('every heading of every post gets the id that kramdown gave it', () => {
    const pages = readdirSync(blog, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^\d{4}\/.*\.html$/.test(path),
    )
    let headings = 0
    for (const page of pages) {
      const html = readFileSync(join(blog, page), 'utf8')
      const found = [...html.matchAll(/<h([1-6]) id="([^"]*)">(.*?)<\/h\1>/g)]
      const markdown = found.map(
        ([, , , inner = '']) => `## ${htmlToText(inner).replace(/[\\`*_[\]<>]/g, '\\$&')}\n\nx\n`,
      )
      expect(anchors(markdown.join('\n')), page).toEqual(found.map(([, , id]) => id))
      headings += found.length
    }
    expect(headings).toBeGreaterThan(500)
  })
})
