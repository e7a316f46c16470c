import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { limits } from '../limits.ts'
import { broken, tooDeep } from '../unreadable.ts'

export type HtmlElement = Tree.Element
export type HtmlNode = Tree.ChildNode

/** The document's root element; throws `Unreadable` where elements nest too deep. */
export function parseHtml(text: string): HtmlElement {
  let depth = 0
  const document = parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1
        if (depth > limits.htmlDepth) throw tooDeep(limits.htmlDepth)
      },
      onItemPop: () => {
        depth -= 1
      },
    },
  })
  const root = document.childNodes.find(isHtmlElement)
  if (root === undefined) throw broken('The page has no root')
  return root
}

export function isHtmlElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function isHtmlText(node: HtmlNode): node is Tree.TextNode {
  return node.nodeName === '#text'
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

/** A property of the element's own `style`, in lower case. */
export function styleOf(element: HtmlElement, property: string): string | undefined {
  const style = attribute(element, 'style')
  if (style === undefined) return undefined
  const declared = style.split(';').map((declaration) => declaration.split(':'))
  const found = declared.findLast(([name]) => name?.trim().toLowerCase() === property)
  return found?.slice(1).join(':').trim().toLowerCase()
}

export function elementsIn(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter(isHtmlElement)
}

/** All elements of a tag below, in order. */
export function allElements(element: HtmlElement, tag: string): readonly HtmlElement[] {
  return elementsIn(element).flatMap((child) => [
    ...(child.tagName === tag ? [child] : []),
    ...allElements(child, tag),
  ])
}

/** The text below without regard to layout but for forced line breaks. */
export function rawText(element: HtmlElement): string {
  return element.childNodes
    .map((node) => {
      if (isHtmlText(node)) return node.value
      if (!isHtmlElement(node) || ['script', 'style'].includes(node.tagName)) return ''
      return node.tagName === 'br' ? '\n' : rawText(node)
    })
    .join('')
}
