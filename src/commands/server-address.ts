import type { Config } from '../config.js'

/** Where a server with the same configuration is found from this machine, whether or not one runs; no slash at the end. */
export function serverAddress({
  publicUrl,
  host,
  port,
}: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  if (publicUrl) return publicUrl
  // One that listens everywhere is not called by that name.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
