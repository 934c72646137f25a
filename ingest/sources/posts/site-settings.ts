import type { Issue } from '../../../src/domain/issue.js'
import { reasonOf } from '../../../src/errors.js'
import { asFields, asText, parseYamlMap, textField } from './front-matter.js'
import type { Site } from '../page-format.js'
import { parseLanguage } from '../parse-language.js'
import { isWebAddress } from '../resolve-reference.js'
import { parseTomlMap } from './parse-toml-map.js'

/** What the settings of Jekyll and Hugo say of the site that a folder of posts is published as. */

/** The first that a folder has counts. */
const settingsNames = [
  '_config.yml',
  '_config.yaml',
  ...['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) =>
    ['toml', 'yaml', 'yml'].map((extension) => `${name}.${extension}`),
  ),
]

/** @param path in the folder of the source, with `/` */
export const isSettings = (path: string): boolean => settingsNames.includes(path)

/** The file of a folder that says most of its site. */
export const findSettings = <File extends { path: string }>(files: readonly File[]): File | undefined =>
  files
    .filter(({ path }) => isSettings(path))
    .sort((a, b) => settingsNames.indexOf(a.path) - settingsNames.indexOf(b.path))[0]

/** A file that cannot be read is an issue, and says nothing. @param path of the file, which tells its language */
export function readSiteSettings(text: string, path: string, issues: Issue[]): Site {
  const settings = parseSettings(text, path, issues)
  return {
    url: siteUrl(settings),
    title: textField(settings, 'title') || textField(asFields(settings.get('params')), 'title') || null,
    language: parseLanguage(
      textField(settings, 'lang', 'locale', 'languageCode', 'languagecode', 'defaultContentLanguage'),
    ),
  }
}

function parseSettings(text: string, path: string, issues: Issue[]): ReadonlyMap<string, unknown> {
  const isToml = path.endsWith('.toml')
  try {
    return isToml ? parseTomlMap(text) : parseYamlMap(text)
  } catch (error) {
    issues.push({
      code: 'POST_INVALID',
      where: path,
      message: `is no ${isToml ? 'TOML' : 'YAML'} and is passed over: ${reasonOf(error)}`,
    })
    return new Map()
  }
}

/** Jekyll keeps host and path of a site apart, Hugo does not. */
function siteUrl(settings: ReadonlyMap<string, unknown>): string | null {
  const host = textField(settings, 'url', 'baseURL', 'baseUrl', 'baseurl')
  const url = settings.has('url') ? host + asText(settings.get('baseurl')) : host
  return isWebAddress(host) && URL.canParse(url) ? new URL(url).href : null
}
