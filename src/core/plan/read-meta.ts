import { type Document, textAt } from '../document/document.ts'
import { documentNumberPattern, openingLines, withArabicDates } from './meta-text.ts'
import type { Doubt, Plan } from './plan.ts'
import { periodOf } from './read-period.ts'
import { type Division, regionOf } from './read-region.ts'
import { titleOf } from './read-title.ts'

/** What a document says about itself. */
export type Meta = Pick<
  Plan,
  'title' | 'documentNumber' | 'issuer' | 'issuedOn' | 'supersedes' | 'region' | 'period' | 'doubts'
>

/**
 * Reads title, number, issuer, day, what is repealed, region and period. `divisions` is the table of
 * administrative divisions; without it the region stays as printed and has no code.
 */
export function readMeta(document: Document, divisions: readonly Division[]): Meta {
  const lines = openingLines(document)
  const { title, isGuessed } = titleOf(document, lines)
  const issuer = issuerOf(lines)
  const documentNumber = documentNumberOf(lines)
  const issuedOn = issuedOnOf(document, lines)
  const period = periodOf(document, title, issuedYear(issuedOn, documentNumber))
  const doubts: Doubt[] = [
    ...(isGuessed ? (['title-guessed'] as const) : []),
    ...(period.isGuessed ? (['period-guessed'] as const) : []),
  ]
  return {
    title,
    ...(documentNumber && { documentNumber }),
    ...(issuer && { issuer }),
    ...(issuedOn && { issuedOn }),
    supersedes: supersededBy(document, documentNumber),
    region: regionOf([issuer ?? '', title], document.text, divisions),
    period: {
      start: period.start,
      end: period.end,
      ...(period.outlook.length > 0 && { outlook: period.outlook }),
    },
    ...(doubts.length > 0 && { doubts }),
  }
}

function issuedYear(issuedOn = '', documentNumber = ''): number | undefined {
  const year = /(?:19|20)\d\d/.exec(issuedOn)?.[0] ?? /(?:19|20)\d\d/.exec(documentNumber)?.[0]
  return year === undefined ? undefined : Number(year)
}

const numberAtStart = new RegExp(`^${documentNumberPattern}`)

function documentNumberOf(lines: readonly string[]): string | undefined {
  return lines
    .map((line) => numberAtStart.exec(line)?.[0])
    .find((number) => number !== undefined)
    ?.replace(/\s/g, '')
}

const organ =
  /^[\u4e00-\u9fa5、（）()]{2,40}(?:人民政府|办公室|办公厅|委员会|领导小组|指挥部|管委会|局|委|厅|部)$/

/** The signature above the date, else whoever stands before 关于, else an organ on the cover. */
function issuerOf(lines: readonly string[]): string | undefined {
  const compact = lines.map((line) => line.replace(/\s/g, ''))
  const signature = compact.findIndex(
    (line, index) => organ.test(line) && dayIn(compact[index + 1]),
  )
  if (signature >= 0) return compact[signature]
  const senders = compact.flatMap((line, index) => {
    const before = /^(.{0,60}?)关于/.exec(line)?.[1]
    return before === undefined ? [] : [before, compact[index - 1] ?? '']
  })
  return [...senders, ...compact].find((line) => organ.test(line))
}

function issuedOnOf(document: Document, lines: readonly string[]): string | undefined {
  const opening = lines.map(dayIn).find((day) => day !== undefined)
  if (opening) return opening
  return document.blocks
    .filter((block) => block.kind === 'paragraph' && block.end - block.start < longestDate)
    .map((block) => dayIn(textAt(document, block)))
    .findLast((day) => day !== undefined)
}

const longestDate = 24

/** The day a line consists of, as `2022-04-05`. */
function dayIn(line: string | undefined): string | undefined {
  const plain = withArabicDates((line ?? '').replace(/\s/g, ''))
  const [, year, month, day] =
    /^[（(]?((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:印发)?[）)]?$/.exec(plain) ?? []
  if (!year || !month || !day || Number(month) > 12 || Number(day) > 31) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const repealed = /废止|停止执行|不再执行|停止施行|失效/
const replaced = new RegExp(
  `(?:原|对|将)《[^《》]{1,200}》\\s*[（(](${documentNumberPattern})[）)]`,
  'g',
)

function supersededBy(document: Document, ownNumber: string | undefined): string[] {
  const sentences = document.text.split(/(?<=。)|\n/)
  const numbers = sentences.flatMap((sentence) => {
    const before = sentence.slice(0, sentence.search(repealed))
    if (repealed.test(sentence)) return numbersIn(before)
    // 原《…》（某府发〔2021〕34号） is replaced where the sentence says that it was revised.
    if (!/修订|修编|调整|重新印发/.test(sentence)) return []
    return [...sentence.matchAll(replaced)].map(([, number = '']) => number.replace(/\s/g, ''))
  })
  return [...new Set(numbers)].filter((number) => number !== ownNumber)
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(new RegExp(`[（(](${documentNumberPattern})`, 'g'))].map(
    ([, number = '']) => number.replace(/\s/g, ''),
  )
}
