/** Text and how many of its characters could not be told. */
export interface Decoded {
  readonly text: string
  readonly undecodable: number
}

/**
 * Bytes as text: a byte order mark decides, else whichever of UTF-8 and GB18030 leaves fewer
 * characters untold. Gives nothing for what is no text: too much untold, or too many control codes.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const decoded = decodedByMark(bytes) ?? decodedByContent(bytes)
  return isText(decoded) ? decoded : undefined
}

function decodedByMark(bytes: Uint8Array): Decoded | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodedAs('utf-8', bytes)
  if (first === 0xff && second === 0xfe) return decodedAs('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodedAs('utf-16be', bytes)
  return undefined
}

function decodedByContent(bytes: Uint8Array): Decoded {
  const utf8 = decodedAs('utf-8', bytes)
  if (utf8.undecodable === 0) return utf8
  const chinese = decodedAs('gb18030', bytes)
  return chinese.undecodable < utf8.undecodable ? chinese : utf8
}

export function decodedAs(encoding: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, undecodable: text.match(/\ufffd/g)?.length ?? 0 }
}

// Word leaves single control codes in its text exports; machine code is full of them.
function isText({ text, undecodable }: Decoded): boolean {
  const controls = text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0
  return (
    undecodable <= 2 + text.length / 500 && controls <= text.length / 50 && !text.includes('\0')
  )
}
