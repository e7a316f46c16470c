import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const seconds = 30

/** A secret for an authenticator: 160 bits in base 32, as RFC 4226 recommends. */
export function newAuthenticatorSecret(): string {
  return [...randomBytes(32)].map((byte) => alphabet[byte & 31]).join('')
}

/** What an authenticator reads from a QR code. */
export function authenticatorAddress(secret: string, login: string): string {
  const query = new URLSearchParams({ secret, issuer: '经纬', period: String(seconds) })
  return `otpauth://totp/${encodeURIComponent(`经纬:${login}`)}?${query.toString()}`
}

/**
 * The time step whose code (RFC 6238, SHA-1, six digits) was given, at `now` or one step beside it
 * for clocks that differ. A step up to `taken` counts no more: no code works twice.
 */
export function authenticatorStep(
  secret: string,
  code: string,
  now: string,
  taken: number,
): number | undefined {
  const present = Math.floor(Date.parse(now) / 1000 / seconds)
  return [present - 1, present, present + 1].find(
    (step) => step > taken && isSame(codeAt(secret, step), code),
  )
}

/** The six digits of a time step. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = mac.readUInt8(19) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function isSame(expected: string, given: string): boolean {
  return /^\d{6}$/.test(given) && timingSafeEqual(Buffer.from(expected), Buffer.from(given))
}

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
