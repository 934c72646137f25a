/** The words for ffmpeg that make each kind of sound file. WAV and FLAC keep every sample as it was cut. */
export const soundEncodings = {
  wav: ['-c', 'copy', '-f', 'wav'],
  flac: ['-c:a', 'flac', '-f', 'flac'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k', '-f', 'mp3'],
  m4a: ['-c:a', 'aac', '-b:a', '192k', '-f', 'ipod'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type SoundFormat = keyof typeof soundEncodings
export const soundFormats = Object.keys(soundEncodings) as SoundFormat[]
