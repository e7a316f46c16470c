import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A code people type once: 80 bits in groups, without letters that look alike. */
export function newCode(): string {
  const letters = [...randomBytes(16)].map((byte) => '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'[byte & 31])
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/** What is stored of a token or a code. They are random, so that a plain hash keeps them. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The same code, however it was typed. */
export function plainCode(typed: string): string {
  const plain = typed.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
  return [0, 4, 8, 12].map((start) => plain.slice(start, start + 4)).join('-')
}
