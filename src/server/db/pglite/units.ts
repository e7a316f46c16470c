/**
 * What a client of PostgreSQL sends, cut into units that must reach the engine in one piece: the
 * start of a connection, a simple query, or everything up to a Sync. Between two units another
 * connection may speak, inside one it may not.
 */
export interface Framing {
  readonly started: boolean
  readonly rest: Buffer
}

export interface Framed {
  readonly units: readonly Uint8Array[]
  readonly framing: Framing
}

export const beginning: Framing = { started: false, rest: Buffer.alloc(0) }

const query = 0x51
const sync = 0x53
const flush = 0x48
const terminate = 0x58

export function frame(framing: Framing, chunk: Uint8Array): Framed {
  const bytes = Buffer.concat([framing.rest, chunk])
  const units: Uint8Array[] = []
  let { started } = framing
  let unitStart = 0
  let offset = 0
  while (bytes.length - offset >= 5) {
    // The first message of a connection has no type byte.
    const length = started ? 1 + bytes.readInt32BE(offset + 1) : bytes.readInt32BE(offset)
    if (bytes.length - offset < length) break
    const type = started ? bytes[offset] : undefined
    offset += length
    if (type === terminate) unitStart = offset
    else if (!started || type === query || type === sync || type === flush) {
      units.push(Uint8Array.from(bytes.subarray(unitStart, offset)))
      unitStart = offset
    }
    started = true
  }
  return { units, framing: { started, rest: Buffer.from(bytes.subarray(unitStart)) } }
}

/**
 * Whether the engine is inside a transaction after a reply, told by its last message
 * (ReadyForQuery); absent where the reply does not end with one.
 */
export function inTransaction(reply: Uint8Array): boolean | undefined {
  const ready = reply.length - 6
  if (ready < 0 || reply[ready] !== 0x5a) return undefined
  return reply[ready + 5] !== 0x49
}

/** The bytes of a simple query. */
export function simpleQuery(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`)
  const head = Buffer.alloc(5)
  head[0] = query
  head.writeInt32BE(4 + text.length, 1)
  return Uint8Array.from(Buffer.concat([head, text]))
}
