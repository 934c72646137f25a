import { AppError, reasonOf } from '../errors.js'
import { openReading } from '../open-reading.js'
import { exitCodes, type Command } from './command.js'
import { stopSignal } from './keep-pulling.js'
import { serverAddress } from './server-address.js'

export const mcpCommand: Command = {
  name: 'mcp',
  usage: '',
  summary: 'let an assistant search the library: an MCP server on stdin and stdout',
  options: {},
  async run({ config, terminal }) {
    const onError = (error: unknown) =>
      terminal.say(error instanceof AppError ? `${error.code}: ${error.message}` : reasonOf(error))
    // Loaded here: no other command should wait for it.
    const [{ claimStdout, serveMcpStdio }, { LateLibrary }] = await Promise.all([
      import('../mcp/serve-stdio.js'),
      import('../mcp/late-library.js'),
    ])
    const stdout = claimStdout(process)
    const stopping = new AbortController()
    const library = new LateLibrary(() => openReading(config, { onError, signal: stopping.signal }))
    // The client first lists the tools and then thinks: the model is loaded by the time it asks.
    library.open().catch(onError)
    try {
      await serveMcpStdio({
        version: config.version,
        base: serverAddress(config),
        open: () => library.open(),
        onError,
        stdin: process.stdin,
        stdout,
        signal: stopSignal(),
      })
    } finally {
      stopping.abort()
      await library.close()
    }
    return exitCodes.ok
  },
}
