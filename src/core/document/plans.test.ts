import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Table, textAt } from './document.ts'
import { drawnTable, tablesOf } from './drawn.ts'
import { fromText } from './from-text.ts'
import { normalise } from './normalise.ts'

const folder = new URL('../../../../shared/plans/', import.meta.url)
const truth = new URL('../../../../shared/truth/plans/', import.meta.url)
const sharedIsThere = existsSync(folder)

const names = [
  'dianjiang-2021-2025',
  'qianjiang-2021-2025',
  'qianjiang-action-2022',
  'tongliang-2021-2025',
  'yongchuan-2021-2025-rev',
]

function plan(name: string): ReturnType<typeof normalise> {
  return normalise(fromText(readFileSync(new URL(`${name}.txt`, folder), 'utf8')))
}

/** The row of a table that names an indicator, drawn. */
function rowOf(name: string, indicator: string): string | undefined {
  return tablesOf(plan(name))
    .flatMap(drawnTable)
    .find((row) => row.includes(indicator))
}

/** `rows×columns/head rows` of each table. */
function shapes(name: string): readonly string[] {
  return tablesOf(plan(name)).map((table) => `${table.rows}×${table.columns}/${table.headRows}`)
}

test.skipIf(!sharedIsThere).each<[string, readonly string[]]>([
  ['dianjiang-2021-2025', ['16×8/2', '7×5/1', '8×3/0', '9×3/0']],
  ['qianjiang-2021-2025', ['19×5/1']],
  ['qianjiang-action-2022', ['32×5/1', '25×5/1']],
  ['tongliang-2021-2025', ['11×7/1', '7×5/1', '6×5/1', '20×4/1', '79×8/1']],
  ['yongchuan-2021-2025-rev', ['26×8/2', '5×5/1', '2×5/1', '16×4/1']],
])('the tables of %s have their shapes', (name, expected) => {
  expect(shapes(name)).toEqual(expected)
})

test.skipIf(!sharedIsThere).each<[string, readonly number[]]>([
  ['dianjiang-2021-2025', [6, 30, 30]],
  ['qianjiang-2021-2025', [7, 35]],
  ['qianjiang-action-2022', [6, 12]],
  ['tongliang-2021-2025', [9, 25]],
  ['yongchuan-2021-2025-rev', [6, 27]],
])('%s has its outline', (name, expected) => {
  const levels = plan(name).blocks.flatMap((block) =>
    block.kind === 'heading' && !block.box && (!block.runIn || block.number) ? [block.level] : [],
  )
  expect(expected.map((_, index) => levels.filter((level) => level === index + 1).length)).toEqual(
    expected,
  )
})

test.skipIf(!sharedIsThere)(
  'cells stand in the right row and column, broken words made whole',
  () => {
    expect(rowOf('yongchuan-2021-2025-rev', '战略性新兴产业占比')).toMatch(
      /预期性 35.9 39 1.55个百分点 45 1.82个百分点$/,
    )
    expect(rowOf('yongchuan-2021-2025-rev', '单位增加值水耗')).toMatch(
      /\[-18.9%\] \[-19%\] 下降0.05个百分点 \[-20%\] 下降0.22个百分点$/,
    )
    expect(rowOf('qianjiang-2021-2025', '企业研发投入占')).toMatch(/^创新发展 .* % - 2$/)
    expect(rowOf('dianjiang-2021-2025', '单位增加值能耗')).toMatch(
      /^绿色发展 .* 约束性 - -10% - -15% -$/,
    )
  },
)

test.skipIf(!sharedIsThere).each(names)(
  'every quote of the truth about %s is found in its text',
  (name) => {
    const { text } = plan(name)
    const quotes = JSON.stringify(
      JSON.parse(readFileSync(new URL(`${name}.json`, truth), 'utf8')),
    ).matchAll(/"quote":("(?:[^"\\]|\\.)*")/g)
    const missing = [...quotes]
      .map(([, quote]) => String(JSON.parse(quote ?? '""')))
      .filter((quote) => !text.includes(quote))
    expect(missing).toEqual([])
  },
)

/** Ways in which a table reaches us when its markup is lost. */
const flattenings: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string>> = {
  'a cell a line': (rows) => rows.flat().join('\n'),
  'a cell a line, blanks between': (rows) => rows.flat().join('\n\n'),
  'a cell a line, blanks between rows': (rows) => rows.map((row) => row.join('\n')).join('\n\n'),
  'tabs, merged cells gone': (rows) => rows.map((row) => row.join('\t')).join('\n'),
  'pipes, merged cells gone': (rows) => rows.map((row) => `|${row.join('|')}|`).join('\n'),
}

function printedCells(table: Table): readonly (readonly string[])[] {
  return Array.from({ length: table.rows }, (_, row) =>
    table.cells.filter((cell) => cell.row === row && cell.text !== '').map((cell) => cell.text),
  )
}

const ofTargets = [
  ['dianjiang-2021-2025', 0],
  ['dianjiang-2021-2025', 1],
  ['qianjiang-2021-2025', 0],
  ['qianjiang-action-2022', 0],
  ['qianjiang-action-2022', 1],
  ['tongliang-2021-2025', 3],
  ['yongchuan-2021-2025-rev', 0],
] as const

test.skipIf(!sharedIsThere).each(Object.keys(flattenings))(
  'real tables flattened to %s are rebuilt cell by cell',
  (form) => {
    for (const [name, index] of ofTargets) {
      const table = tablesOf(plan(name))[index]
      const flattened = table && flattenings[form]?.(printedCells(table))
      const [rebuilt] = tablesOf(
        normalise(
          fromText(
            `二、目标\n\n表1 主要目标\n${flattened}\n\n三、任务\n\n推进产业升级，打造基地。\n`,
          ),
        ),
      )
      expect(rebuilt && drawnTable(rebuilt), `${name}, table ${index}`).toEqual(
        table && drawnTable(table),
      )
    }
  },
)

test.skipIf(!sharedIsThere)('a caption is what stands printed over the table', () => {
  const document = plan('tongliang-2021-2025')
  const captions = tablesOf(document).map(
    (table) => table.caption && textAt(document, table.caption).replace(/\s.*$/, ''),
  )
  expect(captions).toEqual(['表', '表', '表', '附表1', '附表2'])
})
