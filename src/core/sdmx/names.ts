/** English and Chinese, as SDMX gives names in several languages. */
type Names = readonly [english: string, chinese: string]

export const frequencies: Readonly<Record<string, Names>> = {
  A: ['Annual', '年'],
  S: ['Half-yearly, semester', '半年'],
  Q: ['Quarterly', '季'],
  M: ['Monthly', '月'],
}

export const subjectTypes: Readonly<Record<string, Names>> = {
  REGION: ['Region', '地区'],
  PARK: ['Industrial park', '园区'],
  TOWN: ['Town or subdistrict', '镇街'],
  INDUSTRY: ['Industry (GB/T 4754)', '行业（国民经济行业分类）'],
  CHAIN: ['Industrial chain', '产业链'],
  SIZE: ['Size of enterprises', '企业规模'],
}

const components = {
  FIGURES: ['Figures of a region', '地区指标数据'],
  FREQ: ['Frequency', '频率'],
  SUBJECT_TYPE: ['Type of subject', '对象类别'],
  SUBJECT: ['Subject', '对象'],
  INDICATOR: ['Indicator', '指标'],
  TIME_PERIOD: ['Time period or range', '时期'],
  OBS_VALUE: ['Observation value', '数值'],
  UNIT_MEASURE: ['Unit of measure', '计量单位'],
  OBS_STATUS: ['Observation status', '数据状态'],
  BASE_VALUE: ['Value of the same period of the year before, on the same sample', '上年同期'],
  GAP: ['Why there is no value', '缺数原因'],
} as const satisfies Readonly<Record<string, Names>>
export type Component = keyof typeof components

/** Name and names of a part of the data structure. */
export function nameOfDimension(id: Component): {
  readonly name: string
  readonly names: { readonly zh: string; readonly en: string }
} {
  return named(components[id])
}

export function named([english, chinese]: Names): {
  readonly name: string
  readonly names: { readonly zh: string; readonly en: string }
} {
  return { name: chinese, names: { zh: chinese, en: english } }
}
