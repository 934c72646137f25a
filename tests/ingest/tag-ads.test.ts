import { describe, expect, test } from 'vitest'
import { tagAds } from '../../ingest/tag-ads.js'
import type { AdOverride } from '../../src/domain/corrections.js'
import type { NormalizedCue } from '../../src/domain/cue.js'
import type { Chapter } from '../../src/domain/document.js'

/** One cue of ten seconds a text. */
const cuesOf = (...texts: (string | [speaker: string, text: string])[]): NormalizedCue[] =>
  texts.map((entry, index) => ({
    startMs: index * 10_000,
    endMs: (index + 1) * 10_000,
    speaker: typeof entry === 'string' ? null : entry[0],
    text: typeof entry === 'string' ? entry : entry[1],
    interpolated: false,
  }))
const tag = (cues: NormalizedCue[], chapters: Chapter[] = [], overrides: AdOverride[] = []) =>
  tagAds(cues, { chapters, overrides })
    .map(({ ad }) => (ad ? 'A' : '.'))
    .join('')
const chapter = (title: string, startMs: number, endMs: number | null): Chapter => ({
  title,
  startMs,
  endMs,
  url: null,
})

describe('what is said', () => {
  test('a reading goes from its opening to its last offer', () => {
    const cues = cuesOf(
      'That was fun.',
      'This episode is brought to you by Lanternfish.',
      'It dims itself when you sleep.',
      'Visit lanternfish.example.com/show to get one.',
      'So, where were we?',
    )
    expect(tag(cues)).toBe('.AAA.')
  })

  test('an opening without any offer is one sentence', () => {
    expect(tag(cuesOf('This show is sponsored by Acme.', 'Welcome back, everyone.', 'Hello.'))).toBe('A..')
  })

  test('a phrase of return ends it, and a phrase of thanks is still part of it', () => {
    const offer = 'Check out Acme at acme.com/x.'
    expect(tag(cuesOf('Today’s episode is sponsored by Acme.', 'Now back to the show.', offer))).toBe('AA.')
    expect(
      tag(cuesOf('Our sponsor today is Acme.', 'It is good.', 'Thanks to Acme for supporting us.', 'Hi.')),
    ).toBe('AAA.')
  })

  test('the turn of another speaker ends it', () => {
    const cues = cuesOf(
      ['Ann', 'This podcast is brought to you by Acme.'],
      ['Bob', 'I use Acme, visit acme.com/x.'],
    )
    expect(tag(cues)).toBe('A.')
  })

  test('the border of a chapter ends it', () => {
    const cues = cuesOf(
      'This podcast is brought to you by Acme.',
      'Acme is here.',
      'Acme was founded by Bob.',
    )
    expect(tag(cues)).toBe('AAA')
    expect(tag(cues, [chapter('Intro', 0, 20_000), chapter('History', 20_000, null)])).toBe('AA.')
  })

  test('nothing is read for longer than ninety seconds', () => {
    const cues = cuesOf(
      'This podcast is brought to you by Acme.',
      ...Array<string>(12).fill('Try Acme at acme.com/x today.'),
    )
    expect(tag(cues)).toBe('AAAAAAAAA....')
  })

  test('a phrase may run over cues', () => {
    expect(
      tag(cuesOf('That was it. This portion of the show', 'is brought to you by Acme. Hello.', 'Hm.')),
    ).toBe('AA.')
  })

  test('a code to use is an advertisement where it buys something', () => {
    expect(tag(cuesOf('And use the promo code SHOW.', 'Hm.'))).toBe('A.')
    expect(tag(cuesOf('Use code SHOW20 for twenty percent off.', 'Hm.'))).toBe('A.')
    expect(tag(cuesOf('Use code generation.', 'We use the code that SQL gives, for free.', 'Hm.'))).toBe(
      '...',
    )
  })

  test.each([
    'Every podcast starts with this episode is brought to you by somebody.',
    'How do you find sponsors for a show?',
    'I am sponsored by Brink to work on this.',
    'The conference is sponsored by the city.',
    'Do we want to thank our sponsor?',
    'Our sponsors are mostly small companies.',
    'This program is brought to you by the same people.',
    'We talk about advertising, and ads, and promo videos.',
    'Fee sponsorship lets someone else pay.',
  ])('talking about it is no advertisement: %s', (text) => {
    expect(tag(cuesOf('Hello.', text, 'Right.'))).toBe('...')
  })

  test('of a long cue with a short reading in it nothing is tagged', () => {
    expect(tag(cuesOf(`This show is sponsored by Acme. ${'We speak of other things. '.repeat(10)}`))).toBe(
      '.',
    )
  })

  test('untimed transcripts are looked at, too', () => {
    const cues = cuesOf('Hello.', 'This show is sponsored by Acme.', 'So.').map((cue) => ({
      ...cue,
      startMs: null,
      endMs: null,
    }))
    expect(tag(cues)).toBe('.A.')
  })
})

describe('titles of chapters', () => {
  test.each([
    'Sponsor',
    'Sponsors',
    'Ad',
    'Ad break',
    'Advertisement',
    'Werbung',
    'Anzeige',
    'Sponsor: Acme',
    'Ads (Acme)',
    '[Ad] Acme',
    'A word from our sponsor',
    'Thanks to our sponsors',
    'Ad 2',
  ])('%s is advertisement', (title) => {
    expect(tag(cuesOf('a', 'b', 'c'), [chapter(title, 10_000, 20_000)])).toBe('.A.')
  })

  test.each([
    'Fee sponsorship',
    'Liquidity advertisements',
    'Ad hoc networks',
    'Ads in podcasts',
    'Sponsored transactions',
    'Intro & sponsor segment',
    'Adding nodes',
    'Werbung verstehen',
  ])('%s is not', (title) => {
    expect(tag(cuesOf('a', 'b', 'c'), [chapter(title, 10_000, 20_000)])).toBe('...')
  })
})

describe('overrides of the user', () => {
  const cues = cuesOf('This show is sponsored by Acme.', 'B.', 'C.')

  test('win over what was found', () => {
    expect(tag(cues, [], [{ startMs: 0, endMs: 10_000, ad: false }])).toBe('...')
    expect(tag(cues, [], [{ startMs: 10_000, endMs: 30_000, ad: true }])).toBe('AAA')
  })

  test('win over earlier ones', () => {
    const whole = { startMs: 0, endMs: 30_000, ad: true }
    const middle = { startMs: 10_000, endMs: 20_000, ad: false }
    expect(tag(cues, [], [whole, middle])).toBe('A.A')
    expect(tag(cues, [], [middle, whole])).toBe('AAA')
  })

  test('hold for a cue by its middle', () => {
    expect(tag(cues, [], [{ startMs: 15_000, endMs: 25_000, ad: true }])).toBe('AA.')
  })
})
