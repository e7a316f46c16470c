import { cite } from '../document/citation.ts'
import { type Document, textAt } from '../document/document.ts'
import { roleIn, segmentName } from './industry-name.ts'
import { isBackground } from './outline.ts'
import type { Industry } from './plan.ts'

const list = new RegExp(
  '((?:[^，。；：、“”（）()\\n]{2,14}、){1,20}[^，。；：、“”（）()\\n]{2,14}?)' +
    '(?:等)?(?:[两三四五六七八九十\\d]+)大?(?:个)?(?:支柱|主导|传统|重点|特色|优势|战略性新兴|新兴|先进制造业)*(?:产业集群|产业链|产业)',
)
const opening =
  /^.*(?:重点发展|大力发展|着力打造|重点打造|做大做强|培育壮大|构建|聚焦|形成|打造|围绕|推动|改造提升|提升|就|对|在|以)/

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
