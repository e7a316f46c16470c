// oxlint-disable-next-line no-control-regex -- these are the characters to take out
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Without the characters that XML 1.0, and so any office file, cannot hold. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, '').toWellFormed()
}
