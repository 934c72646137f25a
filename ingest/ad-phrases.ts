/**
 * The phrases of advertisements, in English and German. All are tried on one sentence of bounded length at a time.
 * The words are those of real readings; what people say when they talk *about* sponsors must not match.
 */

const show = String.raw`(?:episode|show|podcast|portion|video|stream)`
const ofShow = String.raw`(?: of [^.!?]{1,60}?)?`
const paid = String.raw`(?:brought to you|sponsored|made possible)(?: in part)? by (?=\S)`
const whose = String.raw`(?:our|my|today['’]s|this week['’]s|this episode['’]s) (?:[\w-]+ )?`
const thanks = String.raw`(?:(?:a )?(?:quick |big |special |huge )?thank you|(?:many |big |special )?thanks|(?:i['’]d|we['’]d|(?:i|we) would|(?:i|we) want|let me) (?:like )?(?:to )?(?:quickly )?thank|let['’]s thank|(?:here['’]s )?(?:now )?a (?:quick |brief |short )?(?:word|message)|let['’]s (?:quickly )?hear)(?: (?:again )?(?:to|from))?`
const tell = String.raw`(?:let me|(?:i|we) (?:just )?(?:want|wanted|would like)(?: to)?|i['’](?:m|d) (?:(?:really |very |super )?(?:excited|happy|proud|like) to)?)(?: (?:just|quickly|take (?:just )?(?:a|one) (?:quick |brief )?(?:moment|minute|second)(?: (?:and|to))?))* ?(?:to )?tell you(?: all)?(?: a (?:little )?bit)?(?: (?:quickly|briefly))? about`
const dieFolge = String.raw`(?:(?:die(?:se)?|unsere) (?:heutige )?(?:folge|episode|sendung|ausgabe)|(?:die(?:ser)?|unser) podcast)`

const credit = String.raw`(?:this|today['’]s|this week['’]s) ${show}${ofShow}(?: is|['’]s| was| has been| comes to you)(?: also| proudly| kindly| partially| once again)* (?:${paid}|supported by (?=\S))`

/** At the beginning of a sentence, or of a clause after a comma: a report of an advertisement has other words before. */
const credits = [
  credit,
  String.raw`(?:it|which)(?: is|['’]s| was|(?: has|['’]s) been)?(?: also)? brought to you by (?=\S)`,
  String.raw`(?:it|which)(?: has|['’]s) been(?: also)? sponsored by (?=\S)`,
  String.raw`${dieFolge} wird (?:dir |euch |ihnen |uns )?(?:heute |auch )?(?:gesponsert|präsentiert|unterstützt|ermöglicht) (?:von|durch) (?=\S)`,
  String.raw`${dieFolge} wird (?:dir |euch |ihnen |uns )?(?:von [^.!?]{1,60} (?:gesponsert|präsentiert|unterstützt|ermöglicht))`,
]
/** At the beginning of a sentence only. */
const openings = [
  ...credits,
  String.raw`[^.!?,]{1,40} (?:is|['’]s) (?:partially|proudly|in part) (?:supported|sponsored|brought to you) by (?=\S)`,
  String.raw`(?:also )?brought to you by (?=\S)`,
  String.raw`${thanks} ${whose}(?:show |podcast |episode )?sponsors?(?=[\s,.:!]|$)`,
  String.raw`${thanks} (?:the |a )?sponsors? of (?:this|today['’]s|our)\b`,
  String.raw`${tell} (?:${whose}|a |another |one of our |the )(?:[\w-]+ )?sponsors?\b`,
  String.raw`${tell} (?:our|my) (?:very )?(?:latest|newest|(?:brand[ -])?new|upcoming|free|own) (?:[\w-]+ )?(?:course|book|training|merch|membership)s?\b`,
  String.raw`(?:let['’]s|(?:we|i)(?:['’]re| are|['’]m| am)? ?(?:going to|gonna|will|['’]ll|need to|have to)?) ?(?:just )?take (?:a|one) (?:quick |short |brief )?(?:break|pause|moment|second|minute) (?:to (?:hear|thank|talk|tell)|for (?:a|our)) [^.!?]{0,40}\b(?:sponsors?|advertisers?)\b`,
  String.raw`(?:(?:we(?:['’]ll| will))|(?:i(?:['’]ll| will)))? ?be (?:right )?back (?:right )?after (?:a|this|these|the) (?:quick |short |brief |few )?(?:words?|messages?|ads?|commercials?|breaks?)(?: break)?\b`,
  String.raw`support for (?:this|today['’]s|the) ${show}${ofShow}(?: and the following message)? (?:comes?|is provided|is brought to you) (?:from|by) (?=\S)`,
  String.raw`the following (?:message|is) (?:is )?(?:a paid|an ad|brought to you|from our)`,
  String.raw`this is (?:a paid advertisement|an ad(?:vertisement)? (?:for|by|from))`,
  String.raw`(?:jetzt |nun )?(?:kommt |folgt |eine? )?(?:jetzt |nun |kurz |kurze )?(?:etwas )?werbung(?: in eigener sache)?(?: (?:anfang|start|an))?[.:!]?$`,
  String.raw`(?:und )?(?:jetzt|nun|hier)?(?: kommt| folgt)? ?(?:kurz )?(?:zur|zu unserer|eine kurze) werbung\b`,
  String.raw`(?:unser|der)(?: heutiger| neuer)? (?:sponsor|werbepartner|partner)(?: (?:dieser|der|unserer) (?:heutigen )?(?:folge|episode|sendung|woche))?(?: heute)? (?:ist|heißt) (?=\S)`,
  String.raw`(?:vielen |herzlichen )?dank (?:geht )?an (?:unser(?:e|en|em)) (?:[\wäöüß]+ )?(?:sponsor|sponsoren|werbepartner|unterstützer)\b`,
]
/** A few words of transition may come before. */
const leadIn =
  /^(?:(?:and|but|so|now|okay|ok|alright|all right|well|first of all|first|finally|before (?:we|i) [^.!?,]{1,40},|hey(?: everyone| folks| there)?|also|und|so|also|bevor [^.!?,]{1,40},),? ){1,3}/iu
const opening = new RegExp(`^(?:${openings.join('|')})`, 'iu')
const clauseOpening = new RegExp(String.raw`, (?:and |which |und )?(?:${credits.join('|')})`, 'iu')
/** `Our sponsor today is Acme`; case matters, since `our sponsors are small companies` is talk about them. */
const naming =
  /^(?:[Oo]ur|[Tt]oday['’]s|[Tt]his (?:week|episode)['’]s) (?:[\w-]+ )?sponsors?(?: for (?:today|this (?:episode|week|show)))?(?: today| this week)? (?:is|are) (?=[\p{Lu}\p{N}])/u
const promoCode =
  /\b(?:[Uu]se|[Ee]nter|[Ww]ith) (?:the |my |our |their |that |this )?(?:promo|coupon|discount|offer|voucher) code\b/u
const bareCode =
  /\b(?:[Uu]se|[Ee]nter|[Ww]ith) (?:the |my |our )?code [A-Z][A-Z0-9-]{2,}\b[^.!?]{0,60}\b(?:off|discount|free|checkout|save|credit)\b/u
const germanCode =
  /\b(?:mit (?:dem|unserem|meinem) (?:rabatt|gutschein|aktions)?-?code|(?:rabatt|gutschein|aktions)-?code (?=\S))[^.!?]{0,80}(?:\brabatt|prozent|%|\bspar|\bgratis|\bkostenlos|\beuro|€)/iu
const address = String.raw`[\w-]{2,40}(?:\.| dot )(?:com|fm|io|dev|co|net|org|ai|app|tech|de|ci|tv|us|me|at|ch|eu)`
/** An address made for listeners, with what they get there: `free trial at acme.com slash show`. */
const priced = [
  String.raw`\b(?:free trial|\d{1,2} ?(?:%|percent) off|money[- ]back)\b[^.!?]{0,60}\b${address} ?(?:\/|slash )`,
  String.raw`\b${address} ?(?:\/|slash )[^!?]{0,60}\b(?:free trial|\d{1,2} ?(?:%|percent) off|(?:to|and) (?:get|save|receive) [^.!?]{0,30}\b(?:off|free|credit)\b)`,
]
const pricedAddress = new RegExp(priced.join('|'), 'iu')

const returning =
  /\b(?:(?:now |let['’]s get )?back to (?:the|our|this) (?:show|episode|interview|conversation|discussion|podcast|program)\b|(?:werbung|werbepause) (?:ende|vorbei|aus)\b|ende der werbung\b|(?:zurück|weiter)(?: geht['’]?s| geht es)? (?:zur|mit der|in der) (?:folge|sendung|episode)\b)/iu
const thanking =
  /\b(?:(?:our |my )?thank(?:s| you|s again)(?: again)?(?: so much)?,? (?:to )?(?:the )?[^.!?]{1,60} for (?:supporting|sponsoring|keeping) (?:the|this|our|my|us|\p{Lu})|dan(?:k|ke) an [^.!?]{1,60} (?:für die unterstützung|fürs sponsoring))/u
const thankingAnyCase = new RegExp(thanking.source.replaceAll(String.raw`|\p{Lu}`, ''), 'iu')

const offers = [
  /\bcheck(?:ing)? out what (?:they|we)(?:['’]re|['’]re both| are| have| both)? ?(?:all |both )?(?:have )?(?:to )?offer(?:ing)?\b|\bhelps? (?:to )?support (?:the|this|our) (?:show|podcast)\b|\b(?:promo|coupon|discount|offer) code\b|\bfree trial\b|\bmoney[- ]back\b|\bthank (?:them|you both|you guys|you all)\b[^.!?]{0,20} for supporting\b/iu,
  /\b(?:sign up|get started|register|apply|start (?:saving|building)) (?:today|for free|now)\b|\bfor free at \w|\btry \w+(?: \w+)? (?:today|for free|now)\b|\bit free for\b/iu,
  /\b(?:link|links) (?:is |are )?(?:in|at the top of) (?:the|your|our) (?:podcast |episode )*(?:player )?(?:['’]s )?(?:show notes|player|notes|description)\b|\b(?:let|so) (?:them|they) know (?:that )?(?:we sent you|you (?:heard|came))/iu,
  new RegExp(
    String.raw`\b(?:visit|go to|head (?:on )?over to|(?:find out|learn|read) more at|check out|sign up at|at|try|out|them|it|just) [^.!?]{0,40}\b${address}\b`,
    'iu',
  ),
  /\b(?:unter|auf|geht auf|besucht|schaut (?:mal )?(?:auf|bei)) [^.!?]{0,40}\b[\w-]{2,40}(?:\.| punkt )(?:de|com|at|ch|io|net|org|fm)\b|\bin den shownotes\b|\brabatt|\bkostenlos (?:testen|ausprobieren)\b/iu,
]
const ownOffer =
  /\b(?:try|check out|take|buy|get|join) (?:my|our) (?:[\w-]+ ){0,6}(?:courses?|bundle|book|training|membership|newsletter|merch)\b|\b(?:my|our) (?:[\w-]+ ){0,3}courses?\b|\b(?:patreon|steady|ko-fi)\b/iu
/** `You can find the links from today's show at …`, `subscribe at …/itunes`: of the show itself, nothing is sold. */
const housekeeping =
  /\b(?:find the links|(?:subscribe|subscribed?) to (?:the|our|this) (?:show|podcast)|be sure to subscribe|itunes|rss feed|theme music|follow (?:me|us|the show)|this is your host|past episodes|(?:thanks|thank you)(?: so much)? for (?:listening|having|joining|being|coming)|welcome (?:back )?to|let['’]s (?:get|talk|go|jump|dive|move) (?:to|on to|in|into|with|about|right|started) |this has been another episode)\b/iu

const brandAfter =
  /\b(?:by|from|at|sponsors?,?(?: is| are)?|show,|[Tt]hanks?,?|[Tt]hank you,?|to|von|ist|an) (?:the (?:team |folks |people )?(?:at |behind )?|to )?((?:[\p{Lu}\p{N}][\p{L}\p{N}.'’-]*,?(?: and | (?=[\p{Lu}\p{N}]))?){1,6})/gu
const brandOfAddress = new RegExp(
  String.raw`\b([\w-]{2,40})(?:\.| dot )(?:com|io|dev|co|net|org|ai|app|tech|de|ci|tv|us)\b`,
  'giu',
)
/** The page made for listeners is mostly named after the sponsor: `ourshow.fm/acme`. */
const brandOfPath = new RegExp(String.raw`\b${address} ?(?:\/|slash )([\w-]{3,40})`, 'giu')
/** The subject of the first sentence of a reading: `Acme is a …`. */
const brandFirst =
  /^((?:[\p{Lu}\p{N}][\p{L}\p{N}.'’-]* ?){1,4})(?:is|are|has|have|offers?|helps?|provides?|lets?|makes?|gives?|wants?)\b/u
const ownShow =
  /\bby (?:us|me|our (?:training )?courses)\b|\b(?:my|our) (?:[\w-]+ ){0,2}(?:course|book|training|merch|membership)s?\b/iu

/** Words of a brand's name that others use as well; with the word beside them they are distinctive. */
const noBrand = new Set(
  (
    'the and our talk show podcast this you training python code studio visual data software cloud line developer program red team your they sponsoring supporting ' +
    'thanks thank not are for with all have get new how why what when before after now let his her she but can just more one its that these there then who was were from into web app apps'
  ).split(' '),
)

/** Whether the sentence begins the reading for a sponsor. */
export function isOpening(sentence: string): boolean {
  const core = sentence.replace(leadIn, '')
  return opening.test(core) || naming.test(core) || clauseOpening.test(sentence)
}

/** Whether only sponsors are read with it, though the reading may have begun before it: a code to buy with, thanks. */
export const isTelltale = (sentence: string): boolean =>
  promoCode.test(sentence) ||
  bareCode.test(sentence) ||
  germanCode.test(sentence) ||
  pricedAddress.test(sentence) ||
  /\bfor sponsoring (?:this|the|our|today['’]s) (?:show|episode|podcast|video)\b/iu.test(sentence)

/** Whether it leads back from one; the sentence itself is still part of it. */
export const isReturn = (sentence: string): boolean => returning.test(sentence)

/** Whether a sponsor is thanked by name, which mostly ends a reading. */
export const isThanks = (sentence: string): boolean =>
  thanking.test(sentence) || thankingAnyCase.test(sentence)

/** Whether the show speaks of itself: what is read for a sponsor is over. */
export const isHousekeeping = (sentence: string): boolean => housekeeping.test(sentence)

/** Whether it tells where or how to buy. */
export const isOffer = (sentence: string): boolean => offers.some((offer) => offer.test(sentence))

/** Whether the show advertises what it sells itself. */
export const isOwnShow = (sentence: string): boolean => ownShow.test(sentence)

/** Whether it speaks of what a show itself may sell: only beside an advertisement does that say anything. */
export const isOwnOffer = (sentence: string): boolean => ownOffer.test(sentence)

/** Whether it names a page, which is not much: guests do, too. */
export const namesPage = (sentence: string): boolean => addressWithPath.test(sentence)

const addressWithPath = new RegExp(String.raw`\b${address} ?(?:\/|slash )`, 'iu')

/** The distinctive words, and pairs of words, of the names and addresses that a sentence gives, in lower case. */
export function readBrand(sentence: string): string[] {
  return [brandAfter, brandOfAddress, brandOfPath]
    .flatMap((pattern) => [...sentence.matchAll(pattern)])
    .flatMap((match) => listBrandWords(match[1] ?? ''))
}

/** The same for the name that a sentence begins with. */
export const readFirstBrand = (sentence: string): string[] =>
  listBrandWords(brandFirst.exec(sentence)?.[1] ?? '')

function listBrandWords(name: string): string[] {
  const words = listWords(name)
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`)
  return [...words.filter((word) => word.length >= 3 && !noBrand.has(word)), ...pairs]
}

const listWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whole words; of a name in one word its beginning counts, too (`Snap` of `SnapCI`). */
export function mentionsBrand(sentence: string, brand: readonly string[]): boolean {
  if (brand.length === 0) return false
  const words = listWords(sentence)
  const text = ` ${words.join(' ')} `
  return brand.some(
    (name) =>
      text.includes(` ${name} `) ||
      (!name.includes(' ') &&
        words.some((word) => word.length >= minStemLength && !noBrand.has(word) && name.startsWith(word))),
  )
}

/** Shorter beginnings of a name are words of their own. */
const minStemLength = 4

const credited = new RegExp(
  String.raw`(?<!\b(?:with|like|say|says|said|the|a|that|hear|how) )\b(?:${credit}|let me tell you about (?:our|today['’]s) sponsor)`,
  'giu',
)

/** Where readings begin inside text without punctuation. Ascending. */
export const findCredits = (text: string): number[] =>
  [...text.matchAll(credited)].map((match) => match.index)
