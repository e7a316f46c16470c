import { childOf, type XmlElement } from '../xml.ts'

/** The `w:val` of a child, as most properties are written. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number(valueOf(element, name) ?? Number.NaN)
  return Number.isFinite(value) ? value : undefined
}

/** A property that is on by standing there, unless it says it is off. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (found === undefined) return undefined
  return !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '1')
}
