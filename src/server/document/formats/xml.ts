import { XMLParser } from 'fast-xml-parser'
import { limits } from './limits.ts'
import { broken, tooDeep } from './unreadable.ts'

export interface XmlElement {
  /** With its prefix, as written: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

/** The root of an XML part. Document types are refused: no office file has one, attacks do. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = xmlText(bytes)
  if (/<!DOCTYPE/i.test(text.slice(0, 4096))) throw broken('The XML declares a document type')
  const root = elements(parsed(text)).find((node) => !node.name.startsWith('?'))
  if (root === undefined) throw broken('The XML has no root')
  return root
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((node) => node.name === name)
}

export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.filter(isElement) ?? []
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((node) => (isElement(node) ? textOf(node) : node)).join('')
}

function xmlText(bytes: Uint8Array): string {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!isUtf16) return new TextDecoder('utf-8').decode(bytes)
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
}

// fast-xml-parser gives `{ tag: [children], ':@': { attributes } }` and `{ '#text': … }`.
type Raw = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // It leaves numeric references alone and counts the others; `decoded` does both kinds.
  processEntities: false,
  maxNestedTags: limits.xmlDepth,
})

function parsed(text: string): readonly XmlNode[] {
  try {
    const raw: unknown = parser.parse(text)
    return Array.isArray(raw) ? raw.map(nodeOf) : []
  } catch (error) {
    if (String(error).includes('Maximum nested tags')) throw tooDeep(limits.xmlDepth)
    throw broken('The XML is damaged', String(error))
  }
}

function elements(nodes: readonly XmlNode[]): readonly XmlElement[] {
  return nodes.filter(isElement)
}

function nodeOf(raw: Raw): XmlNode {
  const text = raw['#text']
  if (typeof text === 'string') return decoded(text)
  const name = Object.keys(raw).find((key) => key !== ':@') ?? ''
  const children = raw[name]
  return {
    name,
    attributes: attributesOf(raw[':@']),
    children: Array.isArray(children) ? children.map(nodeOf) : [],
  }
}

function attributesOf(raw: unknown): Readonly<Record<string, string>> {
  if (typeof raw !== 'object' || raw === null) return {}
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, decoded(String(value))]),
  )
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
