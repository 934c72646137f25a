import { join } from 'node:path'
import { cleanNewsletter } from './clean-newsletter.js'
import { escapeMarkup } from './escape-markup.js'
import { requireText, splitFrontMatter } from './front-matter.js'
import { markdownToSpeech } from './markdown-to-speech.js'
import { type Recap, readRecap } from './read-optech.js'
import { OPTECH } from './selection.js'
import { readSource, writeSample } from './source-file.js'
import { durationMs, timeCues } from './time-cues.js'
import { writeChapters } from './write-chapters.js'
import { type FeedItem, type Person, writeFeed } from './write-feed.js'
import { writeVtt } from './write-vtt.js'

const SITE = 'https://bitcoinops.org'
const WELCOME_TITLE = 'Introduction'

/** Writes the feed of the Optech recaps, with transcripts, chapters and the newsletters recapped. */
export async function makeOptech(sourceFolder: string, sampleFolder: string): Promise<void> {
  const items: FeedItem[] = []
  for (const date of OPTECH.dates) {
    const path = `_posts/en/podcast/${date}-newsletter-recap.md`
    const file = splitFrontMatter(await readSource(join(sourceFolder, path)), path)
    const newsletterDate = requireText(file, 'reference', path).split('/').slice(-4, -1).join('-')
    const newsletterName = `${newsletterDate}-newsletter.md`
    const newsletter = await readSource(join(sourceFolder, '_posts/en/newsletters', newsletterName))
    const recap = readRecap(file, newsletter, path)
    const item = describeRecap(recap, date, newsletter)

    const note = `Bitcoin Optech, ${path}\n${OPTECH.channel.copyright}`
    await writeSample(join(sampleFolder, item.transcriptHref), writeVtt(timeCues(recap.sections), note))
    const chapters = recap.sections.map(({ startMs, title }) => ({ startMs, title: title ?? WELCOME_TITLE }))
    await writeSample(join(sampleFolder, `chapters/${date}.json`), writeChapters(chapters))
    await writeSample(
      join(sampleFolder, 'newsletters', newsletterName),
      cleanNewsletter(newsletter, { date: newsletterDate, podcast: item.link, where: newsletterName }),
    )
    items.push(item)
  }
  await writeSample(join(sampleFolder, 'feed.xml'), writeFeed(OPTECH.channel, items))
}

function describeRecap(recap: Recap, date: string, newsletter: string): FeedItem {
  const introduction = recap.introduction.replace(/\s+/g, ' ')
  return {
    guid: `bitcoinops:${recap.permalink}`,
    title: recap.title,
    link: SITE + recap.permalink,
    date,
    description: markdownToSpeech(introduction),
    contentHtml: `<p>${escapeMarkup(introduction).replace(/\[([^\]]+)\]\(([^)]+)\)/g, `<a href="${SITE}$2">$1</a>`)}</p>`,
    mediaUrl: recap.audioUrl,
    durationMs: durationMs(timeCues(recap.sections)),
    episode: null,
    people: listPeople(recap),
    keywords: listTopics(newsletter),
    transcriptHref: `transcripts/${date}.vtt`,
    chaptersHref: `chapters/${date}.json`,
  }
}

function listPeople({ sections }: Recap): Person[] {
  const names = new Set(sections.flatMap(({ voices }) => voices.map(({ speaker }) => speaker)))
  const hosts: readonly string[] = OPTECH.hosts
  return [...names].map((name) => ({ name, role: hosts.includes(name) ? 'host' : 'guest' }))
}

/** The site's topic pages that the newsletter links to: its only tags. A label defined in the file is no topic page. */
function listTopics(newsletter: string): string[] {
  const topics = [...newsletter.matchAll(/\]\[topic\s+([^\]]+)\]/g)]
    .map((match) => (match[1] ?? '').replace(/\s+/g, ' '))
    .filter((topic) => !newsletter.includes(`\n[topic ${topic}]:`))
  return [...new Set(topics)]
}
