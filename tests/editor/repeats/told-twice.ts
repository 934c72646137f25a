import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A small show in which some things are told twice: transcripts in a folder, each said at 400 ms a word. */

const msPerWord = 400

const intro =
  'You are listening to the Night Market Radio, the weekly hour about shops that open after dark, with Ines and Tom, recorded on the quay while the last of the day is swept away.'
const outro =
  'That was the Night Market Radio for tonight, find all the other hours on our page and tell a friend about it.'
const ad =
  'This episode is sponsored by Brightlamp. Go to brightlamp.example and use the promo code MARKET for twenty percent off your first order of lanterns. Thanks to Brightlamp for supporting the show.'

/** Told in the same words by two episodes. */
export const lanterns =
  'The oldest stall on the quay sells nothing but paper lanterns. The woman who runs it folds every one of them herself, and she writes the name of the buyer on the inside, where nobody sees it until the candle burns. When the ferry sank in the flood of ninety eight, the divers found forty of her lanterns in the hold, all of them dry.'
/** Explained by one episode, */
export const yeast =
  'Sourdough rises because wild yeast eats the sugar in the flour and gives off carbon dioxide. The gas is trapped by the gluten, and so the dough grows. If the kitchen is cold the yeast works slowly, and the baker has to wait until the morning.'
/** and by another one in other words. */
export const yeastAgain =
  'Why does a sourdough rise? There is wild yeast in it that feeds on the sugar of the flour, and what it gives off is carbon dioxide. That gas cannot get out because the gluten traps it, so the dough gets bigger. In a cold kitchen the yeast is slow, and you will have to wait overnight.'
/** About the same things as those, with another claim. */
const flour =
  'The flour matters more than bakers admit. A sourdough of rye has hardly any gluten, so the baker uses a tin, and sugar is only added by those who sell their bread to children. The kitchen of the night bakery has three ovens and no window.'

const filler = {
  harbour:
    'Behind the harbour there is a yard where old trams are kept, and on Fridays somebody opens the gates and sells noodles out of the windows of number twelve.',
  books:
    'A bookseller told us that nobody buys novels after eleven, only atlases and dictionaries, because people who cannot sleep want to look things up.',
  shoes:
    'The cobbler in the underpass resoles dancing shoes while you wait barefoot, and he plays records by request if you bring your own needle.',
  tram: 'The last tram of the night carries mostly empty crates, and its driver rings the bell twice for every stall that has sold out before midnight.',
  watch:
    'Two brothers repair watches on the bridge and they argue all night about whether a second can be heard when a clock is really silent.',
}

const episodes: Record<string, readonly string[]> = {
  'hour-1': [intro, filler.harbour, lanterns, ad, filler.books, outro],
  'hour-2': [intro, filler.shoes, yeast, ad, filler.watch, outro],
  // A word of the lanterns is another one, and one is missing.
  'hour-3': [intro, lanterns.replace('nothing but', 'only').replace('all of them dry', 'all dry'), ad, outro],
  'hour-4': [intro, flour, ad, filler.tram, yeastAgain, outro],
}

/** Writes the show. @returns where each text begins and ends in its episode, `[startMs, endMs)` */
export async function writeTwiceToldShow(folder: string) {
  await mkdir(folder, { recursive: true })
  const places = new Map<string, { startMs: number; endMs: number }>()
  for (const [name, texts] of Object.entries(episodes)) {
    let ms = 0
    const cues: string[] = []
    for (const text of texts) {
      const startMs = ms
      for (const sentence of text.match(/[^.?!]+[.?!]+\s*/g) ?? []) {
        const fromMs = ms
        ms += sentence.trim().split(/\s+/).length * msPerWord
        cues.push(`${clock(fromMs)} --> ${clock(ms)}\n${sentence.trim()}\n`)
      }
      places.set(`${name}/${text.slice(0, 20)}`, { startMs, endMs: ms })
    }
    await writeFile(join(folder, `${name}.vtt`), `WEBVTT\n\n${cues.join('\n')}`)
  }
  return (episode: string, text: string) => {
    const place = places.get(`${episode}/${text.slice(0, 20)}`)
    if (!place) throw new Error(`${episode} does not say “${text.slice(0, 20)}…”`)
    return place
  }
}

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23)
