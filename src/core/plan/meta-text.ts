import { type Document, type Heading, textAt } from '../document/document.ts'
import { chineseNumber } from '../quantity/chinese-number.ts'

/** The lines a document opens with: letter head, cover letter, title, all before its first heading. */
export function openingLines(document: Document): string[] {
  const firstHeading = document.blocks.findIndex(
    (block) => block.kind === 'heading' && block.level > 0 && !isAnnexMark(document, block),
  )
  return document.blocks
    .slice(0, firstHeading < 0 ? longestOpening : Math.min(firstHeading, longestOpening))
    .filter((block) => block.kind !== 'table')
    .filter((block) => block.kind === 'heading' || block.role !== 'contents')
    .flatMap((block) => textAt(document, block).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const longestOpening = 60

/** 附件 above the title of a plan that was sent as an annex. */
function isAnnexMark(document: Document, heading: Heading): boolean {
  return /^附件\s*\d*[：:]?$/.test(textAt(document, heading).trim())
}

const digits = '〇一二三四五六七八九'

/** Years and days in Chinese numerals in Arabic ones: 二〇二二年四月十五日 → 2022年4月15日. */
export function withArabicDates(text: string): string {
  return text
    .replace(/[○Ｏ零](?=[○Ｏ零〇一二三四五六七八九]*年)/g, '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=年)/g, (year) =>
      year.replace(/./g, (digit) => String(digits.indexOf(digit))),
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日])/g, (number) =>
      String(chineseNumber(number) ?? number),
    )
}

/** A document number as printed, e.g. 某府发〔2021〕14号. */
export const documentNumberPattern =
  '[\\u4e00-\\u9fa5]{1,14}\\s?[〔［\\[【（(]\\s?(?:19|20)\\d\\d\\s?[〕］\\]】）)]\\s?(?:第\\s?)?\\d{1,4}\\s?号'
