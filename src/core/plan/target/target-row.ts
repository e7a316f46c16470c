import { endsInMeasure, measureIn } from './indicator-name.ts'
import type { Doubt, Scope } from '../plan.ts'
import { type TargetColumns, unitInBrackets } from './target-columns.ts'
import { nameWithSubject, scopeInName, scopeOf } from './target-scope.ts'

export interface RowSubject {
  readonly indicator: string
  readonly scope?: Scope
  readonly doubts: readonly Doubt[]
}

/** The name in a row, its unit and, where the name is laid out over nested cells, what it stands under. */
export interface RowName {
  readonly name: string
  readonly unit?: string
  readonly category?: string
}

const marks =
  /^(?:其中[：:，,]?|[#*※△▲★●①-⑳]|[（(]?\d{1,2}[）)、.．](?!\d)|[（(]?[一二三四五六七八九十]{1,2}[）)、]|[-—－]+)/

/** Reads the name out of the cells of a row; undefined where they hold none. */
export function nameOfRow(cells: readonly string[]): RowName | undefined {
  const parts = cells.filter((part, index) => part !== '' && part !== cells[index - 1])
  const last = parts.at(-1) ?? ''
  // 规模 | 工业总产值: the group is a category; 研发经费 | 投入: the name needs both.
  const isWhole = parts.length > 1 && (last.length >= 4 || endsInMeasure(last))
  const name = withoutMarks(isWhole ? last : parts.join(''))
  if (name === '' || name.length > 60 || /^(?:注|备注|说明|数据来源|指标)/.test(name))
    return undefined
  const split = unitInBrackets(name)
  const category = isWhole ? withoutMarks(parts[0] ?? '') : ''
  return {
    name: split?.rest ?? name,
    ...(split && { unit: split.unit }),
    ...(category !== '' && { category }),
  }
}

/** A name without numbers of lists, 其中 and signs that point to notes. */
export function withoutMarks(printed: string): string {
  let name = printed
  for (let before = ''; before !== name;) {
    before = name
    name = name.replace(marks, '')
  }
  return name.replace(/[*※①-⑳]$/, '')
}

/**
 * What a row is about. Rows named by an industry or a park take what is measured from the cell, the
 * head or the caption.
 */
export function subjectOfRow(
  columns: TargetColumns,
  caption: string,
  name: string,
  cell: string,
  unit: string | undefined,
): RowSubject {
  const inName = scopeInName(name)
  if (!columns.entity || endsInMeasure(name)) {
    return { indicator: name, ...(inName && { scope: inName }), doubts: [] }
  }
  const said = measureIn(cell) ?? columns.milestones[0]?.measure ?? measureIn(caption)
  const measure = said ?? (unit?.endsWith('元') ? '产值' : '')
  const scope: Scope | undefined = /^(?:合计|总计|小计|全[省市区县])/.test(name)
    ? undefined
    : (scopeOf(name) ?? { kind: columns.entity, name })
  const whole = scope ? nameWithSubject(scope, measure) : `${name}（${totalOf(caption)}${measure}）`
  return {
    indicator: whole,
    ...(scope && { scope }),
    doubts: said === undefined && measure !== '' ? ['indicator-unclear'] : [],
  }
}

// 表2 2025年“4+1”支柱产业发展目标(单位：亿元) → “4+1”支柱产业
function totalOf(caption: string): string {
  return caption
    .trim()
    .replace(/^(?:附?表|专栏)\s?\d*[-—.\d]*[：:]?\s*/, '')
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/20\d\d(?:[-—–~至]+20\d\d)?年?/g, '')
    .replace(/(?:主要)?(?:发展)?(?:目标|指标|规划|情况|预测)?表?$/, '')
    .replace(/产值$/, '')
}
