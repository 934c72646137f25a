import { parseLanguage } from '../sources/parse-language.js'

/** The languages that Whisper knows, most of them under the name that ICU gives them. */
const codes =
  'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy ' +
  'sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo ' +
  'uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue'
const otherNames: readonly (readonly [string, string])[] = [
  ['myanmar', 'my'],
  ['haitian creole', 'ht'],
  ['pashto', 'ps'],
  ['tagalog', 'tl'],
  ['javanese', 'jw'],
]

let codeByName: ReadonlyMap<string, string> | null = null

/** A code as most programs write it (`en`), or the English name that OpenAI's service writes (`english`), as BCP 47. */
export function readWhisperLanguage(value: unknown): string | null {
  if (typeof value !== 'string') return null
  codeByName ??= listNames()
  const code = codeByName.get(value.trim().toLowerCase()) ?? parseLanguage(value)
  return code === 'jw' ? 'jv' : code
}

function listNames(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language' })
  const listed = codes
    .split(' ')
    .map((code): [string, string] => [(names.of(code) ?? code).toLowerCase(), code])
  return new Map([...listed, ...otherNames])
}
