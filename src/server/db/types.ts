import { types } from 'pg'

// Numbers of the types in the catalogue of PostgreSQL.
const int8 = 20
const numeric = 1700
const date = 1082
const timestamptz = 1184

/**
 * How values of PostgreSQL arrive: exact numbers and days as the strings they are, moments as ISO
 * strings in UTC, big integers (ids of ours are never that) as numbers.
 */
export function parserOf(
  ...[type, format]: Parameters<typeof types.getTypeParser>
): (text: string) => unknown {
  const number: number = type
  switch (number) {
    case int8:
      return Number
    case numeric:
    case date:
      return String
    case timestamptz:
      return (text) => new Date(text).toISOString()
    default:
      return types.getTypeParser(type, format)
  }
}
