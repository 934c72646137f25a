const typeByExtension: Readonly<Record<string, string>> = {
  ...{
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    aac: 'audio/aac',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    opus: 'audio/ogg',
  },
  ...{ wav: 'audio/wav', flac: 'audio/flac', mp4: 'video/mp4', m4v: 'video/mp4', mov: 'video/quicktime' },
  ...{ webm: 'video/webm', mkv: 'video/x-matroska', vtt: 'text/vtt', srt: 'application/x-subrip' },
  ...{ json: 'application/json', html: 'text/html', htm: 'text/html', txt: 'text/plain' },
}

/** The published type in lower case without parameters; where none is given, that of the file's extension, else ''. */
export function mediaTypeOf(published: string | undefined, url: string): string {
  const type = (published ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (/^[a-z]+\/[\w.+-]+$/.test(type)) return type
  const extension = /\.([a-z0-9]{2,4})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(typeByExtension, extension) ? (typeByExtension[extension] ?? '') : ''
}
