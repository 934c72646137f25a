import { conceptKey } from '../concept-key.js'

/**
 * Words of talk: what people say of anything. As the head of a phrase they make no idea of it, before it they add
 * nothing to one.
 */

/** As keys: they are looked up by them. */
const words = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(/\s+/)
      .map(conceptKey)
      .filter((key) => key !== ''),
  )

/** Heads: `kind of thing`, `next week`, `use case`. */
export const talkHeads = words(`
  thing stuff lot bit way kind sort type piece part portion bunch couple number amount rest majority most half whole
  time moment second minute hour day night morning afternoon evening week weekend month year decade century today
  tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december season period while future past present date
  person people guy man woman folk kid child friend family colleague dude buddy gentleman lady everybody somebody
  anybody everyone someone anyone person one other audience listener viewer reader guest host
  question answer point idea example case sense reason fact thought opinion view perspective angle context meaning
  word phrase sentence term name title topic subject matter issue problem concern trouble challenge solution
  discussion conversation talk chat debate argument comment note remark feedback thread mention
  episode show podcast video interview recording transcript newsletter article post blog book chapter page link series
  section paragraph presentation slide intro outro segment summary recap story
  job work effort task project stage step phase progress start beginning end middle finish conclusion
  result outcome effect impact consequence difference change improvement benefit advantage disadvantage downside
  upside tradeoff trade-off drawback pro con cost price value worth
  side top bottom front back center edge corner line place spot area region space room level layer degree extent range
  direction distance end hand head eye ear face heart mind body foot arm leg hair
  place home house office school city country state world earth street road car door window table chair
  feeling experience interest passion love hope fear fun joke luck surprise honor pleasure privilege thanks thank
  credit shout welcome congratulation bye hello hi hey
  okay yeah yes no yep nope sure right maybe well gosh god wow oh um uh hmm mhm
  use usage case scenario situation circumstance condition possibility option choice alternative ability capability
  opportunity chance risk need want requirement goal purpose aim intent intention motivation plan decision
  approach method technique manner strategy process procedure practice
  list group set collection pair variety selection category class member individual
  thinking knowing doing going coming looking talking saying telling working trying making getting
  detail information info description explanation overview background history basis
  attention care look glance guess bet idea clue doubt mistake error fault
  money dollar buck cent percent percentage
  company business organization team department customer client user developer engineer designer manager ceo cto
  founder expert professional maintainer contributor author speaker writer researcher
  attempt bottom-line ballpark kind-of sort-of lots tons ton heck hell deal shape form size length height
  item thingy element component aspect feature factor
  anything everything something nothing cetera etcetera
  version release update
  position status role responsibility duty
  hundred thousand million billion trillion dozen zero
  proposal writeup write-up blogpost spec specification implementation codebase bug bugfix fix draft editor forum club
  candidate default byte kilobyte megabyte gigabyte kib mib gib rewrite rollout roadmap milestone deadline
  website site web-site app tool product service
  help support advice suggestion recommendation tip trick hint
  pull-request pr issue repo repository github commit rc
  mailing refactor recompile reconnection reconnect deprecation workbook preamble shenanigan takeaway typo weed nuance
  gist cheer housekeeping sponsor backlog announcement acknowledgement disclaimer org dev
`)

/** Before the head: dropped from the front of a phrase. */
export const talkModifiers = words(`
  little big small large huge tiny great good better best bad worse worst nice cool awesome amazing interesting
  exciting fun funny crazy weird strange fascinating wonderful beautiful terrible horrible ugly fantastic excellent
  new old newer older newest latest recent early late later earlier next last previous following prior upcoming first
  second third fourth final initial original current present past future former
  other another same different similar such certain particular specific various several many few more most less least
  some any own whole entire full complete total overall general main major minor key primary secondary
  important significant relevant useful helpful necessary essential critical crucial possible potential likely
  able available capable ready willing sure aware true real actual right wrong correct incorrect proper
  easy easier hard harder difficult simple simpler complex complicated tricky quick fast faster slow slower
  high higher low lower long longer short shorter deep deeper wide broad
  additional extra further separate single multiple double triple only sole
  obvious clear exact precise basic typical normal usual common popular famous well-known
  lovely happy glad sad sorry excited curious interested
  so-called supposed alleged theoretical hypothetical
  existing given regular ordinary standard-ish
  one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
  billion dozen half
  super pretty very really quite kind sort kinda sorta
  inside outside underlying
  favorite favourite personal draft proposed
  sheer mere
  up-to-date ongoing upfront pending incoming outgoing
  use using adding removing
  gonna wanna gotta today
`)

/** In the middle or anywhere they make the phrase one of talk. */
export const talkAnywhere = words(`
  gonna wanna gotta lot lots bit kinda sorta yeah okay um uh hmm thank thanks please hey hi hello bye gosh wow
  january february april june july august september october november december
  guy guys folk folks stuff thing things something anything everything nothing today tomorrow yesterday
  don didn doesn isn wasn aren weren won wouldn couldn shouldn hasn haven ll ve re
`)

/**
 * By themselves they name what any work is done with, and no idea of a field: `the code`, `a limit`. Before or after
 * another word they may be part of one: `limit order`, `error-correcting code`.
 */
export const generalWords = words(`
  data code software hardware file folder directory database document documentation format message command request
  operation functionality feature interface configuration setup setting parameter flag mode module
  library plugin endpoint template workstation workflow prototype variant wrapper
  mechanism complexity overhead compatibility limit limitation restriction constraint requirement condition rule policy
  behavior logic rationale assumption mitigation optimization estimation calculation
  path hop branch loop root subset queue slot bucket entity operator operation participant provider
  test testing check exchange fund funding balance connection access
  upgrade migration cleanup adoption integration maintenance sponsorship
  criticism closing
  career education music mobile conference research paper course curiosity planning exploration
  iteration ecosystem notification delay rest
`)
