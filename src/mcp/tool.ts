import type { CallToolResult, McpServer, StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import type { Static, TObject } from 'typebox'
import { Value } from 'typebox/value'
import { AppError, type ErrorCode } from '../errors.js'
import type { McpLibrary } from './library.js'
import type { LinkBase } from './place.js'

/** A tool of the MCP server: one schema is what the model is told, what is checked, and the types. */

export interface ToolDefinition<Input extends TObject, Output extends TObject> {
  name: string
  title: string
  /** For the model: what it is for, when to take it, what to do with the answer. */
  description: string
  input: Input
  output: Output
  run(args: Static<Input>, context: ToolContext): Promise<Static<Output>>
  /** The answer for clients that show no structured content; everything needed to go on is in it too. */
  render(answer: Static<Output>): string
}

export interface ToolContext {
  library: McpLibrary
  base: LinkBase
}

export interface ToolHost {
  /** Opens the library, or waits for it. @throws what opening throws */
  open(): Promise<McpLibrary>
  base: LinkBase
  /** Told of failures without a name: the client is not. */
  onError(error: unknown): void
}

export interface Tool {
  name: string
  register(server: McpServer, host: ToolHost): void
}

const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

/** What an error of the API tells people to do, told for tools. */
const remedies: Partial<Record<ErrorCode, string>> = {
  CONCEPT_NOT_FOUND: 'Slugs come from find_concept and search.',
  DOCUMENT_NOT_FOUND: 'Ids come from search and list_documents.',
  PASSAGE_NOT_FOUND: 'Ids come from search; a new transcript may have replaced the passage.',
}

export function defineTool<Input extends TObject, Output extends TObject>(
  tool: ToolDefinition<Input, Output>,
): Tool {
  const { name, title, description } = tool
  return {
    name,
    register(server, host) {
      const config = {
        title,
        description,
        annotations,
        inputSchema: announce(tool.input),
        outputSchema: announce(tool.output),
      }
      server.registerTool(name, config, (args) => callTool(tool, args, host))
    },
  }
}

async function callTool<Input extends TObject, Output extends TObject>(
  tool: ToolDefinition<Input, Output>,
  args: unknown,
  host: ToolHost,
): Promise<CallToolResult> {
  const invalid = findInvalid(tool, args)
  if (invalid !== null) return failure(`REQUEST_INVALID: ${invalid}`)
  try {
    const context = { library: await host.open(), base: host.base }
    const answer = await tool.run(args as Static<Input>, context)
    return {
      content: [{ type: 'text', text: tool.render(answer) }],
      structuredContent: answer,
    }
  } catch (error) {
    if (!(error instanceof AppError)) host.onError(error)
    return failure(describeError(error))
  }
}

/** The SDK only announces the schemas: arguments are checked here, where the error gets its code. */
const announce = (schema: TObject): StandardSchemaWithJSON => {
  const written = () => schema as unknown as Record<string, unknown>
  return {
    '~standard': {
      version: 1,
      vendor: 'cuepoint',
      validate: (value) => ({ value }),
      jsonSchema: { input: written, output: written },
    },
  }
}

/** Each problem with the argument's name, and what there is to give instead; null when there is none. */
function findInvalid(
  { name, input }: Pick<ToolDefinition<TObject, TObject>, 'name' | 'input'>,
  args: unknown,
) {
  const unknown = isRecord(args)
    ? Object.keys(args).filter((key) => !Object.hasOwn(input.properties, key))
    : []
  const problems = [
    ...unknown.map((key) => `there is no argument ${JSON.stringify(key.slice(0, 40))}`),
    ...Value.Errors(input, args)
      .filter(({ keyword }) => keyword !== 'additionalProperties' && keyword !== 'boolean')
      .map(({ instancePath, message, params }) => {
        const choices = 'allowedValues' in params ? ` (${params.allowedValues.join(', ')})` : ''
        return `${instancePath.slice(1) || 'arguments'} ${message}${choices}`
      }),
  ]
  if (problems.length === 0) return null
  return `${problems.slice(0, 5).join('; ')}. ${name} takes ${Object.keys(input.properties).join(', ')}.`
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const failure = (text: string): CallToolResult => ({ content: [{ type: 'text', text }], isError: true })

/** `CODE: message`; what has no name hides its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof AppError))
    return 'INTERNAL: Something went wrong inside; the log of Cuepoint says what.'
  const remedy = remedies[error.code]
  const hints = [remedy, error.retryable ? 'Asking again later can help.' : undefined]
  return [`${error.code}: ${error.message}`, ...hints].filter(Boolean).join(' ')
}
