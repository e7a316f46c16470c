import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { limits } from '../limits.ts'
import { tooLarge } from '../unreadable.ts'
import { fontName } from './font-name.ts'
import { apply, multiply, type Matrix } from './matrix.ts'
import { rulingsOf, type Ruling } from './rulings.ts'

/** A stretch of text set in one go. Points from the top left of the page as it is read. */
export interface TextRun {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Height of the font. */
  readonly size: number
  readonly font: string
}

export interface PageContent {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly runs: readonly TextRun[]
  readonly rulings: readonly Ruling[]
}

/** The text and the straight lines of a page; images and curves are left alone. */
export async function pageContent(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 })
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform.map(Number)
  const toPage: Matrix = [a, b, c, d, e, f]
  // Fonts are known by their names once the page's drawing has been read.
  const rulings = rulingsOf(await page.getOperatorList(), toPage)
  const { items } = await page.getTextContent()
  if (items.length > limits.pdfItems) throw tooLarge('A page', limits.pdfItems)
  const runs = items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return []
    const font = fontOf(page, item.fontName)
    return runOf({ ...item, transform: item.transform.map(Number), font }, toPage) ?? []
  })
  return {
    page: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    runs: withoutDoubles(runs),
    rulings,
  }
}

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly font: string
}

function fontOf(page: PDFPageProxy, id: string): string {
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined
  const isNamed = typeof font === 'object' && font !== null && 'name' in font
  return isNamed && typeof font.name === 'string' ? fontName(font.name) : ''
}

/** A run, unless it is set askew as watermarks and seals are. */
function runOf({ str, transform, width, font }: Item, toPage: Matrix): TextRun | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const [, slant, , height] = multiply(toPage, [a, b, c, d, 0, 0])
  const size = Math.abs(height)
  if (size < 1 || Math.abs(slant) > 0.1 * size) return undefined
  const [left, baseline] = apply(toPage, e, f)
  return { text: str, left, right: left + width, baseline, size, font }
}

// Bold is sometimes faked by setting the same text twice, a hair apart.
function withoutDoubles(runs: readonly TextRun[]): readonly TextRun[] {
  const seen = new Map<string, TextRun>()
  return runs.filter((run) => {
    const double = seen.get(run.text)
    seen.set(run.text, run)
    if (double === undefined || run.text.trim() === '') return true
    const isClose = (one: number, other: number) => Math.abs(one - other) < 0.15 * run.size
    return !(isClose(run.left, double.left) && isClose(run.baseline, double.baseline))
  })
}
