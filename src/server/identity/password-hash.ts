import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

// RFC 9106 and OWASP: 19 MiB, two passes, one lane.
const present = { memory: 19_456, passes: 2, parallelism: 1 }

/** Argon2id in the PHC form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashOfPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const { memory, passes, parallelism } = present
  const hash = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce,
    tagLength: 32,
    ...present,
  })
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(hash)}`
}

/**
 * Whether a password is the one that was hashed. Without a hash it works as long and says no, so
 * that nobody learns from the time it takes which logins exist.
 */
export async function isPassword(hash: string | null, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = form.exec(hash ?? nobody) ?? []
  const expected = Buffer.from(tag, 'base64')
  const given = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(nonce, 'base64'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return timingSafeEqual(given, expected) && hash !== null
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

const nobody = `$argon2id$v=19$m=${present.memory},t=${present.passes},p=${present.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(32))}`

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
