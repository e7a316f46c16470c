import type { IndustryClass, IndustryTree } from '#core/enterprise/industry.ts'
import type { SizeBounds, SizeStandard } from '#core/enterprise/size.ts'
import { referenceRows } from './csv-rows.ts'

const levels: Readonly<Record<string, IndustryClass['level']>> = {
  大类: 'division',
  中类: 'group',
  小类: 'class',
}

/** The sections B, C and D of GB/T 4754-2017. */
export async function readIndustries(): Promise<IndustryTree> {
  const rows = await referenceRows('gbt4754-2017.csv')
  return new Map(
    rows.flatMap(([code = '', name = '', level = '']) => {
      const known = levels[level]
      return known ? [[code, { code, name, level: known }]] : []
    }),
  )
}

/** The classes of high-tech manufacturing (高技术产业（制造业）分类（2017）). */
export async function readHighTechClasses(): Promise<ReadonlySet<string>> {
  const rows = await referenceRows('high-tech-manufacturing-2017.csv')
  return new Set(rows.map(([, , code = '']) => code))
}

/** The line of the size standard for industry. */
export async function readSizeStandard(): Promise<SizeStandard> {
  const rows = await referenceRows('enterprise-size-2011.csv')
  const line = rows.find(([industry]) => industry === '工业')
  if (!line) throw new Error('The size standard has no line for industry')
  const bounds = (column: number): SizeBounds => ({
    employees: Number(line[column]),
    revenue: Number(line[column + 1]),
  })
  return { large: bounds(3), medium: bounds(5), small: bounds(7) }
}
