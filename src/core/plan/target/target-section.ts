import { type Block, type Document, type Heading, textAt } from '../../document/document.ts'

/** What a section speaks of: what was reached, what is aimed at, or what is to be done. */
export type SectionKind = 'history' | 'goals' | 'actions' | 'contents'

const history =
  /(?:基础|现状|成效|成就|成果|回顾|形势|机遇|挑战|背景|问题|短板|不足|差距|趋势|优势|困难|特点|(?:建设|发展|外部|内部|宏观|国内|国际|产业|经济)环境|情况)(?:$|[和与及、，：:]|分析|研判)|十三五.{0,6}(?:发展|工作)?(?:成效|完成|回顾|情况)|面临的?(?:形势|机遇|挑战|问题)/
// 夯实发展基础, 优化发展环境 are work to be done, not a look back.
const action =
  /^(?:优化|营造|打造|提升|推进|推动|强化|加强|夯实|壮大|发挥|巩固|构建|加快|完善|破解|补齐|抢抓|实施|培育|厚植|做大|做强|做优|深化|改善|筑牢|塑造|聚焦|围绕|坚持|健全|解决|激发|着力|持续|全面|促进|开展|落实|推广|支持|鼓励|引导|增强|扩大|拓展|创新|搭建|引进|完成|建设|建立|确保|统筹|突出|放大|抓好|提高|保障|攻克|化解|应对)(?!基础$|环境$|形势$|背景$|成效$)/
const goals = /目标|愿景|指标|展望/

/** Judges by the headings above: history stays history until a heading names goals. */
export function sectionKind(document: Document, block: Block): SectionKind {
  if (block.kind === 'paragraph' && block.role === 'contents') return 'contents'
  let kind: SectionKind = 'actions'
  for (const heading of headingsAbove(document, block)) {
    const title = textAt(document, heading.title).replace(/\s+/g, '')
    if (goals.test(title)) kind = 'goals'
    else if (kind !== 'history' && history.test(title) && !action.test(title)) kind = 'history'
    else if (kind === 'goals' && action.test(title) && !heading.runIn) kind = 'goals'
  }
  return kind
}

/** The headings a block stands under, outermost first; a heading counts itself. */
export function headingsAbove(document: Document, block: Block): readonly Heading[] {
  return block.path
    .map((index) => document.blocks[index])
    .filter((heading): heading is Heading => heading?.kind === 'heading')
}
