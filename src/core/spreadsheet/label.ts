import { canonicalUnit, unitPattern } from '../quantity/printed-unit.ts'
import { unit } from '../quantity/unit.ts'
import { type PeriodWords, takePeriod } from './period-words.ts'

/** What a figure is of its indicator. Only `value` and `base` are kept; growth is a check, or an indicator of its own. */
export const measures = [
  'value',
  'base',
  'growth',
  'increase',
  'share',
  'rank',
  'target',
  'completion',
] as const
export type Measure = (typeof measures)[number]

/** What a column of labels holds. */
export const labelKinds = [
  'subject',
  'indicator',
  'period',
  'unit',
  'code',
  'order',
  'category',
  'remark',
] as const
export type LabelKind = (typeof labelKinds)[number]

/** A wording of a head, a row or a title, taken apart. */
export interface Label {
  /** What is left: the name of an indicator or a subject; empty where the wording says only the rest. */
  readonly name: string
  /** As the sheet writes it, without the period. */
  readonly whole: string
  readonly unit?: string
  readonly period?: PeriodWords
  readonly measure?: Measure
  /** The wording is the head of a column of labels. */
  readonly heads?: LabelKind
  /** 其中: a part of the row above that is less far in. */
  readonly isPart?: true
  /** What stays the same from month to month. */
  readonly pattern: string
}

const wholeUnit = new RegExp(`^(?:计量)?(?:单位)?[:：]?(${unitPattern})$`)
const bracketedUnit = new RegExp(
  String.raw`[(\[【〔](?:计量)?(?:单位)?[:：]?\s*((?:${unitPattern})|±%)[)\]】〕]`,
)
const trailingUnit = new RegExp(`[,，、/](${unitPattern})$`)
const ordinal =
  /^(?:[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.．](?!\d)|[①-⑳]|[#＃])/

const heads: readonly (readonly [RegExp, LabelKind])[] = [
  [/^(?:序号|编号|No\.?|行次|序)$/i, 'order'],
  [/^(?:计量单位|单位|量纲)$/, 'unit'],
  [
    /^(?:统一社会信用代码|社会信用代码|信用代码|组织机构代码|法人代码|机构代码|代码|.{0,4}代码)$/,
    'code',
  ],
  [/^(?:备注|说明|注|附注|联系人|联系电话|地址|填报人)$/, 'remark'],
  [/^(?:指标|指标名称|主要指标|项目名称|指标项|项目|主要经济指标)$/, 'indicator'],
  [/^(?:月份|时间|时期|年份|报告期|期别|日期|年度|季度)$/, 'period'],
  [
    /^(?:企业|企业名称|单位名称|单位详细名称|公司名称|法人单位名称|名称|园区|园区名称|镇街|镇街道|街道|乡镇|街镇|地区|区域|区县|县区|行业|行业名称|产业|产业名称|产业链|行业大类)$/,
    'subject',
  ],
  [
    /^(?:类别|分类|大类|所属园区|所在园区|所属行业|所属镇街|所在镇街|所属产业|产业类别|企业规模|规模)$/,
    'category',
  ],
]

const measureWords: readonly (readonly [RegExp, Measure])[] = [
  [/(?:同比)?(?:增减额|增加额|增减量|增加量|净增额?|增减数)$/, 'increase'],
  [
    /(?:(?:比|较)(?:上年|去年)(?:同期|同月)?)?(?:同比)?(?:±%|增长率?|增速|增幅|增减率?|增长速度|升降|变动幅度|涨跌幅)[(（]?(?:±?%)?[)）]?$|^(?:同比|累计同比)(?:±?%)?$|^±%?$/,
    'growth',
  ],
  [/(?:排名|排位|位次|名次)$/, 'rank'],
  [/^(?:占比|比重|占全[区市县省]的?比重|所占比重|构成)$/, 'share'],
  [
    /(?:完成率|完成进度|完成比例|进度|完成年度(?:目标|计划)(?:的?比例)?|(?:占|完成)(?:全年|年度)?(?:目标|计划)(?:的?(?:比例|比重))?)$/,
    'completion',
  ],
  [/^(?:全年|年度|年初)?(?:目标|计划|任务)(?:数|值)?$/, 'target'],
  [/^(?:基数|同期数|基期数?)$/, 'base'],
  [
    /^(?:实际|实绩|完成|绝对量|绝对值|绝对额|总量|数量|数值|指标值|完成值|完成情况|实际完成|实际数|值|本期数)$/,
    'value',
  ],
]

/** Takes a wording apart: its unit, what it says of time, what it measures, and what name is left. */
export function readLabel(text: string): Label {
  const plain = withoutEnglish(text.normalize('NFKC')).replaceAll(/[\s\u200b\ufeff]/g, '')
  const { unit, rest } = takeUnit(plain)
  const taken = takePeriod(rest)
  const bare = taken.rest.replace(ordinal, '').replace(/^[:：]/, '')
  const isPart = /^(?:其中|内|#)[:：]?/.test(bare)
  const name = bare
    .replace(/^其中[:：]?/, '')
    .replace(ordinal, '')
    .replace(/^(?:完成|实现)(?=.{3})/, '')
  const { measure, left } = takeMeasure(name)
  const head = heads.find(([pattern]) => pattern.test(name))?.[1]
  const period =
    measure === 'base' ? { ...taken.words, relative: 'year-before' as const } : taken.words
  return {
    name: left,
    whole: name,
    ...(unit !== undefined && { unit }),
    ...(period && { period }),
    ...(measure !== undefined && { measure }),
    ...(head !== undefined && { heads: head }),
    ...(isPart && { isPart }),
    pattern: taken.pattern,
  }
}

// 总计 Total: yearbooks say everything a second time.
function withoutEnglish(text: string): string {
  return text.replace(/(?<=\p{Script=Han}.*)\s+[A-Z][a-z]{2,}[\x20-\x7e\n\r]*$/su, '')
}

function takeUnit(text: string): { readonly unit?: string; readonly rest: string } {
  const whole = wholeUnit.exec(text)?.[1]
  if (whole !== undefined) return { unit: canonicalUnit(whole), rest: '' }
  const match = bracketedUnit.exec(text) ?? trailingUnit.exec(text)
  const found = match?.[1]
  if (match && found !== undefined) {
    const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length)
    return {
      unit: found === '±%' ? '%' : canonicalUnit(found),
      rest: found === '±%' && rest === '' ? '增速' : rest,
    }
  }
  return /[^\d]±?%$/.test(text) ? { unit: '%', rest: text } : { rest: text }
}

function takeMeasure(name: string): { readonly measure?: Measure; readonly left: string } {
  for (const [pattern, measure] of measureWords) {
    const match = pattern.exec(name)
    if (match) {
      const left = name.slice(0, match.index).replace(/(?:同比|累计)$/, '')
      return { measure, left }
    }
  }
  return { left: name }
}

/**
 * The unit a note gives for a whole table: 单位：万元, 计量单位:亿元、%、家, where only 亿元 could be another multiple.
 * Undefined where it names several such or none.
 */
export function unitOfNote(text: string): string | undefined {
  const [, told = ''] = /(?:计量)?单位[:：]\s*([^\s)）;；]+)/.exec(text.normalize('NFKC')) ?? []
  const named = told.split(/[、,，]/).filter((one) => wholeUnit.test(one) && one !== '%')
  const units = named.map((one) => canonicalUnit(one))
  const measured = units.filter((one) => Object.keys(unit(one)?.dimension ?? {}).length > 0)
  const [only] = units.length === 1 ? units : measured
  return units.length === 1 || measured.length === 1 ? only : undefined
}
