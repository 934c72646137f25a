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

  test('nothing is read for longer than two minutes', () => {
    const cues = cuesOf(
      'This podcast is brought to you by Acme.',
      ...Array<string>(12).fill('Try Acme at acme.com/x today.'),
    )
    expect(tag(cues)).toBe('AAAAAAAAAAAA.')
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

  test('an offer that names the sponsor ties a minute of description to the opening', () => {
    const cues = cuesOf(
      'This episode is sponsored by Lanternfish.',
      ...Array<string>(6).fill('Sleep is a wonderful thing and light disturbs it.'),
      'Get yours at ourshow.fm/lanternfish.',
      'So, where were we?',
    )
    expect(tag(cues)).toBe('AAAAAAAA.')
  })

  test('an offer for something else does not', () => {
    const cues = cuesOf(
      'This episode is sponsored by Lanternfish.',
      ...Array<string>(6).fill('We spoke of light the last time.'),
      'Get the paper at example.org/paper.',
    )
    expect(tag(cues)).toBe('A.......')
  })

  test('what the show says of itself ends it', () => {
    const cues = cuesOf(
      'This episode is sponsored by Acme.',
      'Ann, welcome to the show.',
      'I work at Acme, see acme.com/ann.',
    )
    expect(tag(cues)).toBe('A..')
  })

  test('a reading without an opening is followed back from the thanks at its end, as far as its sponsor is named', () => {
    const cues = cuesOf(
      'That is how trees grow.',
      'Lanternfish dims the light when you sleep.',
      'It knows the time.',
      'Thanks, Lanternfish, for sponsoring this episode.',
      'So, back in the forest.',
    )
    expect(tag(cues)).toBe('.AAA.')
  })

  test('a reading without an opening is followed back from the page that was made for listeners', () => {
    const cues = cuesOf(
      'And so it ended.',
      'I sleep by Lanternfish.',
      'There is a free trial at lanternfish.com/show.',
    )
    expect(tag(cues)).toBe('.AA')
  })

  test('a guest is not followed back into another turn', () => {
    const cues = cuesOf(['Ann', 'I like Acme.'], ['Bob', 'Get a free trial at acme.com/show.'])
    expect(tag(cues)).toBe('.A')
  })

  test('a name is met in whole words', () => {
    const cues = cuesOf('This episode is sponsored by Ting.', 'We are testing this.', 'It is a setting.')
    expect(tag(cues)).toBe('A..')
  })

  test('in text without punctuation the phrases are found inside', () => {
    const words = 'and then we went on to look at the forest '
    const cues = cuesOf(
      ...Array<string>(12).fill(words.trim()),
      'this portion of the show is brought to you by Acme go to acme.com slash show today',
      ...Array<string>(12).fill(words.trim()),
    )
    expect(tag(cues)).toMatch(/^\.{12}A{1,3}\.{9,}$/u)
  })

  test.each([
    'Support for this podcast and the following message come from Acme.',
    'And now a word from our sponsors.',
    "We'll be right back after this short break.",
    'Let me take just a moment and tell you about a new sponsor of the show.',
    "I'm excited to tell you about our latest course.",
    'Our guest was Ann, and this episode has been sponsored by Acme.',
    'Our show is proudly supported by listeners.',
    'Diese Folge wird euch präsentiert von Acme.',
    'Dieser Podcast wird von der Firma Acme unterstützt.',
    'Werbung.',
    'Und jetzt kurz zur Werbung.',
    'Unser heutiger Sponsor ist Acme.',
    'Vielen Dank an unseren Werbepartner!',
    'Mit dem Rabattcode SCHLAF bekommt ihr zehn Prozent auf alles.',
  ])('is read for a sponsor: %s', (text) => {
    expect(tag(cuesOf('Hello there.', text, 'Right, the forest.'))).toBe('.A.')
  })

  test.each([
    'It is sponsored by one of the members.',
    'We apply the discount code and assert that the price is not below zero.',
    'We are back after the break with the results of the vote.',
    'Werbung ist ein Geschäft wie jedes andere.',
    'Der Verein wird von Spenden unterstützt.',
    'Thank you for sponsoring my visa.',
    'You can get the source at python.org slash downloads.',
    'The guest is going to be offering a promo code for the book.',
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

describe('reasons', () => {
  const reasons = (cues: NormalizedCue[], chapters: Chapter[] = [], overrides: AdOverride[] = []) =>
    tagAds(cues, { chapters, overrides }).map(({ adReason }) => adReason)

  test('quote the sentence that gives the reading away, and are null elsewhere', () => {
    expect(
      reasons(cuesOf('Hello.', 'This show is sponsored by Acme.', 'Try Acme at acme.com/x.', 'Bye.')),
    ).toEqual([
      null,
      'Read with “This show is sponsored by Acme.”',
      'Read with “This show is sponsored by Acme.”',
      null,
    ])
  })

  test('quote no more than eighty characters, whole words', () => {
    const [reason] = reasons(
      cuesOf(`This show is sponsored by Acme, ${'the maker of very good things, '.repeat(5)}!`),
    )
    expect(reason).toBe(
      'Read with “This show is sponsored by Acme, the maker of very good things, the maker of very …”',
    )
  })

  test('name the chapter, or the user', () => {
    const cues = cuesOf('a', 'b', 'This show is sponsored by Acme.')
    expect(
      reasons(
        cues,
        [chapter('Sponsor: Acme', 0, 20_000)],
        [
          { startMs: 10_000, endMs: 20_000, ad: true },
          { startMs: 20_000, endMs: 30_000, ad: false },
        ],
      ),
    ).toEqual(['In the chapter “Sponsor: Acme”', 'Marked by hand', null])
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
