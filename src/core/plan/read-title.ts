import { type Document, textAt } from '../document/document.ts'

const kinds =
  '规划纲要|发展规划|规划|实施方案|行动方案|工作方案|方案|行动计划|工作计划|计划|实施意见|意见|若干措施|措施|纲要|实施办法|办法|工作要点|要点|任务分工|任务清单|清单|决定|行动'
const endsAsTitle = new RegExp(`(?:${kinds})(?:[（(][^（）()]*[）)])*$`)
const yearsOrEdition = /^[（(](?:(?:19|20)\d\d.*|.*(?:修订|修编|试行|暂行|调整|升级版).*)[）)]$/

/**
 * The title of the plan itself, not of the letter that sends it, without line breaks. `isGuessed`
 * where no line reads as a title and the first one was taken.
 */
export function titleOf(
  document: Document,
  lines: readonly string[],
): { readonly title: string; readonly isGuessed: boolean } {
  const compact = lines.map((line) => line.replace(/\s+/g, ''))
  const printed = titleHeading(document) ?? titleLines(compact)
  const title = titleInLetter(compact) ?? printed
  if (title) return { title, isGuessed: false }
  return { title: compact[0] ?? '', isGuessed: true }
}

/** 关于印发《…》的通知 and 关于印发…的通知, also over several lines. */
function titleInLetter(lines: readonly string[]): string | undefined {
  const bodyAt = lines.findIndex((line) => /[。；]$/.test(line) || /^.{7,}：$/.test(line))
  const head = (bodyAt < 0 ? lines.slice(0, 12) : lines.slice(0, bodyAt)).join('')
  const sent = /关于(?:印发|发布|公布|下发|转发)(.{4,120}?)的通知/.exec(head)?.[1]
  if (sent === undefined) return undefined
  const quoted = /^《(.+)》(.*)$/.exec(sent)
  return quoted ? `${quoted[1]}${quoted[2]}` : sent
}

function titleHeading(document: Document): string | undefined {
  const heading = document.blocks.find((block) => block.kind === 'heading' && block.level === 0)
  if (heading?.kind !== 'heading') return undefined
  const title = textAt(document, heading.title)
    .replace(/\s+/g, '')
    .replace(/[（(](?:规划)?文本[）)]$/, '')
  return endsAsTitle.test(title) ? title : undefined
}

/** Lines from the first that begins a title to the one that ends it, with years or edition below. */
function titleLines(lines: readonly string[]): string | undefined {
  const front = lines.filter((line) => !isLetterHead(line)).slice(0, 12)
  const last = front.findIndex((line) => line.length <= longestLine && endsAsTitle.test(line))
  if (last < 0) return undefined
  const start = front.slice(0, last).findLastIndex((line) => isFullLine(line)) + 1
  const below = front[last + 1] ?? ''
  return front.slice(start, last + 1).join('') + (yearsOrEdition.test(below) ? below : '')
}

const longestLine = 60

function isFullLine(line: string): boolean {
  return line.length > longestLine || /[。；：]$/.test(line) || /^[（(].*[）)]$/.test(line)
}

function isLetterHead(line: string): boolean {
  return (
    /^附件\s*\d*[:：]?$/.test(line) ||
    line.endsWith('号') ||
    /^(?:19|20)\d\d年\d+月(?:\d+日)?$/.test(line) ||
    /(?:人民政府|办公室|办公厅|委员会|管委会|文件|大学|研究院|[^措]局)$/.test(line) ||
    /^(?:目录|前言|序言)$/.test(line)
  )
}
