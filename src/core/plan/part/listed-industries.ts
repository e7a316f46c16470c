import { cite } from '../../document/citation.ts'
import { type Document, textAt } from '../../document/document.ts'
import { readCell } from '../../quantity/read-cell.ts'
import { industryName, roleIn, segmentName } from './industry-name.ts'
import { isBackground } from '../outline.ts'
import { outputGoal } from './output-goal.ts'
import type { Industry, Plan } from '../plan.ts'
import { cellText, columnOf, unitInHead, viewOf } from '../table-view.ts'

const list = new RegExp(
  '((?:[^，。；：、“”（）()\\n]{2,14}、){1,20}[^，。；：、“”（）()\\n]{2,14}?)' +
    '(?:等)?(?:[两三四五六七八九十\\d]+)大?(?:个)?(?:支柱|主导|传统|重点|特色|优势|战略性新兴|新兴|先进制造业)*(?:产业集群|产业链|产业)',
)
const opening =
  /^.*(?:重点发展|大力发展|着力打造|重点打造|做大做强|培育壮大|构建|聚焦|形成|打造|围绕|推动|改造提升|提升|就|对|在|以)/

/** The industries of a table with a column of industries or chains, with the last goal it gives. */
export function tabledIndustries(document: Document, { end }: Plan['period']): Industry[] {
  return document.blocks
    .filter((block) => block.kind === 'table')
    .flatMap((table) => {
      const { heads, rows } = viewOf(table)
      const column = columnOf(heads, /^(?:重点|主导|支柱)?产业(?:链|集群)?(?:名称)?$/)
      const goal = heads.findLastIndex((head) => /产值|收入|规模|目标/.test(head))
      if (column === undefined || goal < 0) return []
      return rows.flatMap((row) => {
        const name = industryName(cellText(row, column))
        if (name === undefined || /^(?:合计|总计|小计|其他|其它)/.test(name)) return []
        const text = cellText(row, goal)
        const reading = readCell(text, unitInHead(heads[goal] ?? '') ?? table.unit)
        const isMoney =
          reading.kind === 'quantity' && reading.quantity.unit?.endsWith('元') === true
        const found = outputGoal(`产值${text}`, end) ?? (isMoney ? reading.quantity : undefined)
        const citation = cite(document, table, { start: row.start, end: row.end })
        return [{ name, segments: [], ...(found && { goal: found }), citation }]
      })
    })
}

/** The industries of the first sentence that counts them: 打造甲、乙、丙三大产业集群. */
export function listedIndustries(document: Document): Industry[] {
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || isBackground(document, block)) continue
    const text = textAt(document, block)
    const match = list.exec(text)
    const names = (match?.[1] ?? '').replace(opening, '').split(/[、和与]/)
    const named = names.map((name) => segmentName(name.trim())).filter((name) => name !== undefined)
    if (!match || named.length < 2 || named.length !== names.length) continue
    const role = roleIn(match[0])
    return named.map((name) => {
      const start = block.start + text.indexOf(name, match.index)
      const citation = cite(document, block, { start, end: start + name.length })
      return { name, ...(role && { role }), segments: [], citation }
    })
  }
  return []
}
