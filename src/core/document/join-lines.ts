const wordEnd = /[A-Za-z]$/
const wordStart = /^[A-Za-z]/
const item = /^(?:\d{1,2}[.．、](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳●■◆])/

/** Several lines of one cell as one: a break inside a Chinese word goes, one between words or items stays as a space. */
export function joinLines(text: string): string {
  return text
    .split(/[\n\r\t\v\f\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((whole, line) => {
      if (whole === '') return line
      const apart = (wordEnd.test(whole.slice(-1)) && wordStart.test(line)) || item.test(line)
      return `${whole}${apart ? ' ' : ''}${line}`
    }, '')
}
