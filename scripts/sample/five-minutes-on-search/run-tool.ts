import { spawn } from 'node:child_process'
import { MakerError } from './maker-error.js'

/**
 * Runs a program without a shell and gives what it wrote to stdout.
 * @throws SAMPLE_TOOL_MISSING if it is not on the PATH, SAMPLE_TOOL_FAILED if it ends with anything but 0
 */
export function runTool(tool: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    child.on('error', (cause) =>
      reject(
        new MakerError(
          'SAMPLE_TOOL_MISSING',
          `"${tool}" cannot be run; on Debian: apt-get install flite ffmpeg`,
          {
            cause,
          },
        ),
      ),
    )
    child.on('close', (status) => {
      if (status === 0) resolve(stdout)
      else
        reject(
          new MakerError(
            'SAMPLE_TOOL_FAILED',
            `${tool} ${args.join(' ')} ended with ${status}: ${stderr.trim()}`,
          ),
        )
    })
  })
}

/**
 * Refuses to start half-equipped: the voices and encoders are looked for before anything is written.
 * @throws SAMPLE_TOOL_MISSING
 */
export async function requireTools(voices: readonly string[]): Promise<void> {
  const present = new Set((await runTool('flite', ['-lv'])).split(/[\s:]+/))
  for (const voice of voices)
    if (!present.has(voice)) throw new MakerError('SAMPLE_TOOL_MISSING', `flite has no voice "${voice}"`)
  const codecs = await runTool('ffmpeg', ['-hide_banner', '-codecs'])
  for (const codec of ['libmp3lame', 'libx264', 'librsvg', 'aac'])
    if (!codecs.includes(codec))
      throw new MakerError('SAMPLE_TOOL_MISSING', `this ffmpeg was built without ${codec}`)
}
