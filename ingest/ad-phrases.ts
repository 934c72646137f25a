/**
 * The phrases of advertisements. All are tried on one sentence of bounded length at a time.
 * The words are those of real readings; what people say when they talk *about* sponsors must not match.
 */

const show = String.raw`(?:episode|show|podcast|portion|segment|video)`
const paid = String.raw`(?:brought to you|sponsored)(?: in part)? by (?=\S)`
const whose = String.raw`(?:our|today['’]s|this week['’]s|this episode['’]s) (?:[\w-]+ )?`
const thanks = String.raw`(?:(?:a )?(?:quick |big |special )?thank you|(?:many |big |special )?thanks|(?:i['’]d|we['’]d|(?:i|we) would) like to thank|let['’]s thank|(?:here['’]s )?(?:now )?a (?:quick |brief |short )?(?:word|message)|let['’]s hear)(?: (?:again )?(?:to|from))?`

/** At the beginning of a sentence only: a report of an advertisement has other words before. */
const openings = [
  String.raw`(?:this|today['’]s|this week['’]s) ${show}(?: of [^.!?]{1,60}?)?(?: is|['’]s| was| has been| comes to you)(?: also| proudly| kindly| once again)* ${paid}`,
  String.raw`(?:it|it['’]s)(?: is)?(?: also)? brought to you by (?=\S)`,
  String.raw`${thanks} ${whose}sponsors?(?=[\s,.:!]|$)`,
  String.raw`support for (?:this|today['’]s) ${show}(?: of [^.!?]{1,60}?)? comes from (?=\S)`,
  String.raw`(?:diese (?:folge|episode|sendung)|dieser podcast) wird (?:dir |euch |ihnen )?(?:gesponsert|präsentiert|unterstützt) von (?=\S)`,
]
/** A few words of transition may come before. */
const leadIn = /^(?:(?:and|but|so|now|okay|ok|alright|all right|well|first|first of all|finally),? ){1,2}/iu
const opening = new RegExp(`^(?:${openings.join('|')})`, 'iu')
/** `Our sponsor today is Acme`; case matters, since `our sponsors are small companies` is talk about them. */
const naming =
  /^(?:[Oo]ur|[Tt]oday['’]s|[Tt]his (?:week|episode)['’]s) (?:[\w-]+ )?sponsors?(?: for (?:today|this (?:episode|week|show)))?(?: today| this week)? (?:is|are) (?=[\p{Lu}\p{N}])/u
const promoCode =
  /\b(?:[Uu]se|[Ee]nter|[Ww]ith) (?:the |my |our )?(?:promo|coupon|discount|offer|voucher) code\b/u
const bareCode =
  /\b(?:[Uu]se|[Ee]nter) (?:the |my |our )?code [A-Z][A-Z0-9-]{2,}\b[^.!?]{0,60}\b(?:off|discount|free|checkout|save)\b/u

const closing =
  /\b(?:(?:now |let['’]s get )?back to (?:the|our|this) (?:show|episode|interview|conversation|discussion|podcast)\b|thank(?:s|s again| you)?(?: so much)? (?:to )?[^.!?]{1,60} for (?:supporting|sponsoring)\b)/iu

const offers = [
  /\bcheck out what they['’]re offering\b|\bhelps? support the show\b|\b(?:promo|coupon|discount|offer) code\b|\bfree trial\b|\bmoney[- ]back\b/iu,
  /\b(?:sign up|get started) (?:today|for free|now)\b|\bfor free at \w/iu,
  /\b(?:visit|go to|head (?:on )?over to|(?:find out|learn|read) more at|check out|try|out|them|it|just) [^.!?]{0,40}\b[\w-]{2,40}\.(?:com|fm|io|dev|co|net|org|ai|app|tech|de)\b/iu,
  /\b[\w-]{2,40}\.(?:com|fm|io|dev|co|net|org|ai|app|tech|de) ?(?:\/|slash )/iu,
]
const brandAfter =
  /\b(?:by|from|to|sponsors?,?(?: is| are)?|thank) ((?:[\p{Lu}\p{N}][\p{L}\p{N}.'’-]*,?(?: and | (?=[\p{Lu}\p{N}]))?){1,6})/gu
/** Words of a brand's name that others use as well. */
const noBrand = new Set(['the', 'and', 'our', 'talk', 'show', 'podcast', 'this', 'you', 'training'])

/** Whether the sentence begins the reading for a sponsor. */
export function isOpening(sentence: string): boolean {
  const core = sentence.replace(leadIn, '')
  return opening.test(core) || naming.test(core) || promoCode.test(sentence) || bareCode.test(sentence)
}

/** Whether it ends one; the sentence itself is still part of it. */
export const isClosing = (sentence: string): boolean => closing.test(sentence)

/** Whether it tells where or how to buy. */
export const isOffer = (sentence: string): boolean => offers.some((offer) => offer.test(sentence))

/** The distinctive words of the name that an opening sentence gives, in lower case. */
export function readBrand(sentence: string): string[] {
  const names = [...sentence.matchAll(brandAfter)].map((match) => match[1] ?? '')
  const words = names.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
  return words.filter((word) => !noBrand.has(word))
}

export function mentionsBrand(sentence: string, brand: readonly string[]): boolean {
  const lowered = sentence.toLowerCase()
  return brand.some((word) => lowered.includes(word))
}
