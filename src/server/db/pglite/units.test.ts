import { beginning, frame, inTransaction, simpleQuery } from './units.ts'
import { expect, test } from 'vitest'

/** A message of the protocol: type, length, content. */
function message(type: string, content: string): Buffer {
  const bytes = Buffer.alloc(5 + content.length)
  bytes.write(type)
  bytes.writeInt32BE(4 + content.length, 1)
  bytes.write(content, 5)
  return bytes
}

const startup = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0])

/** The units of a connection's bytes that arrive in pieces of `size`, as their types: `start PBES Q`. */
function unitsIn(bytes: Buffer, size: number): string {
  let framing = beginning
  const seen: string[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const framed = frame(framing, bytes.subarray(at, at + size))
    framing = framed.framing
    seen.push(...framed.units.map((unit) => typesOf(Buffer.from(unit))))
  }
  return seen.join(' ')
}

function typesOf(unit: Buffer): string {
  if (unit[0] === 0) return 'start'
  let types = ''
  for (let at = 0; at < unit.length; at += 1 + unit.readInt32BE(at + 1)) {
    types += String.fromCharCode(unit[at] ?? 0)
  }
  return types
}

test.each([1, 2, 3, 7, 1000])('bytes in pieces of %d make the same units', (size) => {
  const extended = ['P', 'B', 'E', 'S'].map((type) => message(type, 'content'))
  const bytes = Buffer.concat([startup, ...extended, message('Q', 'select 1'), message('X', '')])
  expect(unitsIn(bytes, size)).toBe('start PBES Q')
})

test('a simple query is one unit', () => {
  expect(typesOf(Buffer.from(simpleQuery('rollback')))).toBe('Q')
})

test.each([
  ['I', false],
  ['T', true],
  ['E', true],
])('a reply that ends with status %s leaves a transaction open: %s', (status, expected) => {
  expect(inTransaction(Buffer.concat([message('C', 'done'), message('Z', status)]))).toBe(expected)
  expect(inTransaction(message('C', 'done'))).toBeUndefined()
})
