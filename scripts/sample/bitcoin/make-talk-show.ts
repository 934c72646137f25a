import { join } from 'node:path'
import { escapeAttribute, escapeMarkup } from './escape-markup.js'
import { type FrontMatterFile, readTexts, requireText, splitFrontMatter } from './front-matter.js'
import { readTurnTranscript, type TurnTranscript } from './read-turn-transcript.js'
import type { TalkShow } from './selection.js'
import { readSource, writeSample } from './source-file.js'
import { durationMs, timeCues } from './time-cues.js'
import { writeChapters } from './write-chapters.js'
import { type FeedItem, type Person, writeFeed } from './write-feed.js'
import { writeVtt } from './write-vtt.js'

/** Writes the feed of one show of bitcointranscripts, with its transcripts and chapters. */
export async function makeTalkShow(
  show: TalkShow,
  sourceFolder: string,
  sampleFolder: string,
): Promise<void> {
  const target = join(sampleFolder, show.folder)
  const items: FeedItem[] = []
  for (const slug of show.slugs) {
    const path = `${show.folder}/${slug}.md`
    const file = splitFrontMatter(await readSource(join(sourceFolder, path)), path)
    const transcript = readTurnTranscript(file.body, path)
    const item = describeEpisode(show, slug, file, transcript)
    const note = `Bitcoin Transcripts, ${path}\nTranscript by ${requireText(file, 'transcript_by', path)}\n${show.channel.copyright}`
    await writeSample(join(target, item.transcriptHref), writeVtt(timeCues(transcript.turns), note))
    if (item.chaptersHref)
      await writeSample(join(target, item.chaptersHref), writeChapters(transcript.chapters))
    items.push(item)
  }
  await writeSample(join(target, 'feed.xml'), writeFeed(show.channel, items))
}

function describeEpisode(
  show: TalkShow,
  slug: string,
  file: FrontMatterFile,
  transcript: TurnTranscript,
): FeedItem {
  const where = `${show.folder}/${slug}.md`
  const title = requireText(file, 'title', where)
  const people = listPeople(show, file, transcript)
  const summary = file.fields['summary']
  const audio = file.fields['source_file']
  const episode = file.fields['episode']
  const description =
    typeof summary === 'string' ? summary.trim() : `With ${people.map(({ name }) => name).join(' and ')}.`
  return {
    guid: `btctranscripts:${show.folder}/${slug}`,
    title,
    link: requireText(file, 'media', where),
    date: requireText(file, 'date', where),
    description,
    contentHtml: writeNotes(description, file.fields['additional_resources']),
    mediaUrl: typeof audio === 'string' && /\.(mp3|m4a)$/.test(audio) ? audio : null,
    durationMs: durationMs(timeCues(transcript.turns)),
    episode: typeof episode === 'number' ? episode : null,
    people,
    keywords: readTexts(file, 'tags'),
    transcriptHref: `transcripts/${slug}.vtt`,
    chaptersHref: transcript.chapters.length > 0 ? `chapters/${slug}.json` : null,
  }
}

/** The speakers of the front matter, then the hosts that it leaves out but the transcript names. */
function listPeople({ hosts }: TalkShow, file: FrontMatterFile, { turns }: TurnTranscript): Person[] {
  const heard = new Set(turns.flatMap(({ voices }) => voices.map(({ speaker }) => speaker)))
  const names = new Set([...readTexts(file, 'speakers'), ...hosts.filter((host) => heard.has(host))])
  return [...names].map((name) => ({ name, role: hosts.includes(name) ? 'host' : 'guest' }))
}

function writeNotes(description: string, resources: unknown): string {
  const paragraphs = description.split(/\n\s*\n|\n/).map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`)
  const links = (Array.isArray(resources) ? resources : [])
    .filter(
      (entry): entry is { title: string; url: string } =>
        typeof (entry as { url?: unknown } | null)?.url === 'string',
    )
    .map(({ title, url }) => `<li><a href="${escapeAttribute(url)}">${escapeMarkup(title)}</a></li>`)
  return paragraphs.join('') + (links.length > 0 ? `<ul>${links.join('')}</ul>` : '')
}
