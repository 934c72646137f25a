/**
 * How somebody asks to be told says nothing of what is asked: `could you tell me what X is, please?` is `what X is?`.
 * Its words stand in no passage that answers. In English; linear in the text. Pure.
 */

const adverb = '(?: (?:please|kindly|just|briefly|quickly|again|exactly))?'
const asking =
  '(?:(?:in|on|at|by|for|from|of|since|to|with) )?(?:what|who|whose|whom|where|when|why|how|which|whether)'
const able = '(?:can|could|would|will) (?:you|someone|anyone|somebody|anybody)'
const telling = '(?:tell|teach|show|remind) (?:me|us)'
/** What goes before the question, one or several after each other. `Can you tell a coin from a token?` asks whether one can. */
const lead = new RegExp(
  `^(?:${[
    'please',
    able,
    'explain(?: to)?(?: me| us)?',
    `${telling}(?: (?:more|something|everything))?`,
    '(?:do you|does anyone|does anybody) know',
    "i(?: would|['’]d)? (?:like|want|need|love) to (?:know|learn|hear|understand)(?: more)?",
    "i(?: am|['’]m|) wonder(?:ing)?",
  ].join('|')})${adverb},? (?=(?:please|define|explain|about|${able}|${telling}|${asking})\\b)`,
  'iu',
)
/** `explain to me the mempool` */
const toMe = /^(define|explain) (?:to )?(?:me|us) (?=\S)/iu
const thanks = /,? (?:please|pls|thanks|thank you)(?=[?!.]{0,3}$)/iu
const thanksApart = /, (?:please|pls|thanks|thank you)(?=[?!.]{0,3}$)/iu
/** Of `explain X to me`, not of `what does it cost to me`. */
const forMe = /^((?:define|explain) .+) (?:to|for) (?:me|us)(?=[?!.]{0,3}$)/iu

/** What is left where nothing is asked: `explain, please`. */
const onlyCourtesy = /^(?:please|pls|thanks|thank you|about)?[?!.]{0,3}$/iu

/** Longer texts are pasted, not asked. In UTF-16 units. */
const maxAsked = 300
/** `Could you / please / tell me / what …` */
const maxLeads = 4

/** @param question with single spaces @returns it as it is where it is nothing but courtesy */
export function stripCourtesy(question: string): string {
  if (question.length > maxAsked) return question
  let core = question
  for (let leads = 0; leads < maxLeads && lead.test(core); leads++) core = core.replace(lead, '')
  const isLed = core !== question || /^(?:define|explain) /iu.test(core)
  core = core
    // `how to say please` asks for the word.
    .replace(isLed ? thanks : thanksApart, '')
    .replace(toMe, '$1 ')
    .replace(forMe, '$1')
  if (onlyCourtesy.test(core)) return question
  return isLed ? core.replace(/^about (?=\S)/iu, '') : core
}
