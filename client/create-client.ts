import createClient, { type MaybeOptionalInit } from 'openapi-fetch'
import { ApiError, describeFailure } from './api-error.js'
import type { paths } from './schema.js'

export interface CuepointClientOptions {
  /** Where the server is, without `/api`: `http://localhost:8080`. Its own pages say `''`. */
  baseUrl: string
  /** The server's CUEPOINT_TOKEN: for changes, where it has one. */
  token?: string
  /** Instead of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>
}

type Method = 'get' | 'post' | 'patch' | 'delete'

type PathWith<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never
}[keyof paths]

type Init<M extends Method, Path extends PathWith<M>> = MaybeOptionalInit<paths[Path], M>

type Arguments<M extends Method, Path extends PathWith<M>> =
  undefined extends Init<M, Path> ? [init?: Init<M, Path>] : [init: Init<M, Path>]

/** What a path answers with when all is well; undefined where there is nothing to say (204). */
export type Answer<M extends Method, Path extends PathWith<M>> = [Content<paths[Path][M]>] extends [never]
  ? undefined
  : Content<paths[Path][M]>

type Content<Operation> = Operation extends { responses: infer Responses }
  ? ValueOf<{
      [Status in keyof Responses & OkStatus]: ValueOf<Responses[Status]['content' & keyof Responses[Status]]>
    }>
  : never

type OkStatus = 200 | 201 | 202
type ValueOf<Each> = Each[keyof Each]

type Call<M extends Method> = <Path extends PathWith<M>>(
  path: Path,
  ...init: Arguments<M, Path>
) => Promise<Answer<M, Path>>

/**
 * A call per method; paths, parameters, bodies and answers are those of docs/openapi.json. Each call rejects with an
 * ApiError when there is no answer, and with the signal's reason when it was aborted.
 */
export interface CuepointClient {
  get: Call<'get'>
  post: Call<'post'>
  patch: Call<'patch'>
  delete: Call<'delete'>
  /** The response itself, known to be no error: for what is read bit by bit, or is no text. */
  open: <Path extends PathWith<'get'>>(path: Path, ...init: Arguments<'get', Path>) => Promise<Response>
}

export function createCuepointClient({ baseUrl, token, fetch }: CuepointClientOptions): CuepointClient {
  const client = createClient<Record<string, Record<Method, object>>>({
    baseUrl,
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    ...(fetch && { fetch }),
  })

  const send = async <Value>(
    method: Method,
    path: string,
    init: { signal?: AbortSignal | null } | undefined,
    read: (response: Response) => Value,
  ): Promise<Awaited<Value>> => {
    try {
      const { error, response } = await client.request(method, path, { ...init, parseAs: 'stream' })
      if (!response.ok) throw describeFailure(error, response.status)
      return await read(response)
    } catch (failure) {
      if (failure instanceof ApiError || init?.signal?.aborted) throw failure
      throw new ApiError('UNREACHABLE', 0, 'The server does not answer. Is it still running?', {
        cause: failure,
      })
    }
  }

  const call =
    <M extends Method>(method: M): Call<M> =>
    (path, ...[init]) =>
      send(method, path, init, readAnswer) as Promise<Answer<M, typeof path>>

  return {
    get: call('get'),
    post: call('post'),
    patch: call('patch'),
    delete: call('delete'),
    open: (path, ...[init]) => send('get', path, init, (response) => response),
  }
}

/** JSON as its value, transcripts as their text. */
async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text()
  const mediaType = response.headers.get('content-type') ?? ''
  if (text === '') return undefined
  // The page of a proxy, a router, a hotel: it answers anything with 200.
  if (/^text\/html\b/.test(mediaType))
    throw new ApiError('UNREACHABLE', response.status, 'What answers there is not Cuepoint.')
  return /\bjson\b/.test(mediaType) ? JSON.parse(text) : text
}
