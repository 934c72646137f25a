/** For WebVTT cue text and XML text alike. With `>` escaped, `-->` cannot end a cue and `]]>` cannot occur. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replace(/"/g, '&quot;')
}
