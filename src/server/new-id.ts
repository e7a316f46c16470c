import type { Id } from '#core/id.ts'
import { randomBytes } from 'node:crypto'

let lastMoment = 0
let sequence = 0

/** A UUIDv7: ids made later by this process sort later, also within a millisecond. */
export function newId<Kind extends string>(kind: Kind): Id<Kind>
export function newId(): string {
  const moment = Math.max(Date.now(), lastMoment)
  sequence = moment === lastMoment ? sequence + 1 : 0
  lastMoment = sequence > 0xfff ? moment + 1 : moment
  if (sequence > 0xfff) sequence = 0
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMoment, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
