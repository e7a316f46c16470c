import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'

type Rows = (string | number | null)[][]

interface Merge {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

/** The indicators of a region for a month, as a statistics bureau sends them. */
export function regionSheet(
  month: number,
  outputs: readonly [number, number],
): Promise<Uint8Array> {
  const [present, before] = outputs
  const growth = Number(((present / before - 1) * 100).toFixed(1))
  const rows: Rows = [
    [`青澜区2026年${month}月工业经济主要指标`, null, null, null, null, null],
    ['指标名称', '计量单位', '本月', '本年累计', '上年同期累计', '累计增速（%）'],
    ['一、生产', null, null, null, null, null],
    ['规上工业总产值', '亿元', 12.5, present, before, growth],
    ['  其中：出口交货值', '亿元', 1.1, 3.4, 3.2, 6.3],
    ['规模以上工业增加值', '%', null, '—', null, 8.2],
    ['工业用电量', '亿千瓦时', 0.8, 2.4, 2.2, 9.1],
    ['二、其他', null, null, null, null, null],
    ['街道绿化面积', '公顷', null, 12, 11, 9.1],
    ['注：快报数，以正式公布为准。', null, null, null, null, null],
  ]
  return workbook(`${month}月`, rows, [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }])
}

/** Figures of two parks with a total that is not their sum, and a formula that failed. */
export function monthlySheet(): Promise<Uint8Array> {
  const rows: Rows = [
    ['2026年3月园区产值', null, null],
    ['园区', '工业总产值（万元）', '工业用电量（万千瓦时）'],
    ['青澜高新技术产业园', 100, 12],
    ['澜江先进材料园', 200, '#REF!'],
    ['合计', 330, 12],
  ]
  return workbook('园区', rows, [])
}

/** A template as somebody fills it in: each figure five in a hundred above that of a year ago. */
export async function grownByATwentieth(template: Uint8Array): Promise<Uint8Array> {
  const { sheets } = await readXlsx(template)
  const grown = (value: CellValue | undefined): CellValue =>
    typeof value === 'number' ? Number((value * 1.05).toFixed(2)) : null
  return writeXlsx({
    sheets: sheets.map(({ name, rows, veryHidden }, index) => ({
      name,
      ...(veryHidden && { veryHidden }),
      rows: index > 0 ? rows : rows.map((row) => withGrowth(row, grown)),
    })),
  })
}

// No., name, unit, this month, this year so far, a year ago the month and so far.
function withGrowth(
  row: readonly CellValue[],
  grown: (value: CellValue | undefined) => CellValue,
): CellValue[] {
  const [no, name, unit, , , month, toDate, ...rest] = row
  if (typeof month !== 'number' || typeof toDate !== 'number') return [...row]
  return [
    no ?? null,
    name ?? null,
    unit ?? null,
    grown(month),
    grown(toDate),
    month,
    toDate,
    ...rest,
  ]
}

function workbook(name: string, rows: Rows, merges: readonly Merge[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows, merges: [...merges] }] })
}
