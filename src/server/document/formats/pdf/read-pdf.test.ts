import { expect, test } from 'vitest'
import { draw, grid, pageHeight, pdfOf, set } from '../testing/pdf-of.ts'
import { picture } from '../testing/picture.ts'
import { readPdf } from './read-pdf.ts'

const left = 80
const lineHeight = 28
/** Full lines hold 27 characters of 16 points between the margins of 80 and 83 points. */
const full = '全区规模以上工业总产值年均增长速度保持在合理区间并且持'

/** Lines from the top of a page down; two leading ideographic spaces indent. */
function page(...lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const indent = line.length - line.trimStart().length
      return set(line.trimStart(), left + 16 * indent, 120 + index * lineHeight)
    })
    .join('')
}

async function read(...pages: readonly string[]): Promise<string> {
  return picture((await readPdf(pdfOf(pages))).blocks)
}

test('lines that fill the width run on, an indented line begins a paragraph', async () => {
  const first = `　　${full.slice(0, 25)}`
  const lines = [first, full, '续向好。', first, '收尾。', '　　短句。', first, full, '完。']
  expect(await read(page(...lines))).toBe(
    [
      `${first.trim()}${full}续向好。`,
      `${first.trim()}收尾。`,
      '短句。',
      `${first.trim()}${full}完。`,
    ].join('\n'),
  )
})

test('a line runs on where it stops short only for a figure that may not be broken', async () => {
  const short = `　　${full.slice(0, 22)}`
  const lines = [short, '2035.75亿元，比上年增长。', `　　${full.slice(0, 25)}`, full, full, '完。']
  const [first] = (await read(page(...lines))).split('\n')
  expect(first).toBe(`${short.trim()}2035.75亿元，比上年增长。`)
})

test('a paragraph goes on over a page break, and page numbers are left out', async () => {
  const start = `　　${full.slice(0, 25)}`
  const pages = [
    page(start, full) + set('— 1 —', 270, 790, 14),
    page(full, '至此为止。') + set('— 2 —', 270, 790, 14),
  ]
  const { blocks, pages: count } = await readPdf(pdfOf(pages))
  expect(picture(blocks)).toBe(`${start.trim()}${full}${full}至此为止。`)
  expect(count).toBe(2)
})

test('a header repeated on each page with nothing but its figures changed is left out', async () => {
  const pages = [1, 2, 3, 4].map(
    (n) => set(`某区规划 第${n}页`, 200, 50, 10) + page(`　　第${n}段。`),
  )
  expect(await read(...pages)).toBe('第1段。\n第2段。\n第3段。\n第4段。')
})

test('drawn tables keep their merged cells', async () => {
  const rows = [
    ['类别', '指标', '目标', '<'],
    ['^', '^', '2023年', '2025年'],
    ['规模', '产值', '800', '1000'],
    ['^', '增加值', '200', '250'],
  ]
  expect(await read(page('　　见下表：') + grid(200, [80, 160, 260, 360, 500], rows))).toBe(
    [
      '见下表：',
      '| 类别 | 指标 | 目标 | < |',
      '| ^ | ^ | 2023年 | 2025年 |',
      '| 规模 | 产值 | 800 | 1000 |',
      '| ^ | 增加值 | 200 | 250 |',
    ].join('\n'),
  )
})

test('a table over pages is one: head once, broken row whole, category reaching on', async () => {
  const edges = [80, 130, 300, 500]
  const head = ['序号', '项目', '内容']
  const first = grid(600, edges, [head, ['1', '甲厂', '新建'], ['2', '乙厂', '改造旧']])
  const second = grid(80, edges, [head, ['', '', '厂房'], ['3', '丙厂', '扩建']])
  expect(await read(first, second)).toBe(
    '| 序号 | 项目 | 内容 |\n| 1 | 甲厂 | 新建 |\n| 2 | 乙厂 | 改造旧厂房 |\n| 3 | 丙厂 | 扩建 |',
  )
  const categories = [
    grid(600, edges, [head, ['规模', '产值', '亿元'], ['^', '增加值', '亿元']]),
    grid(80, edges, [head, ['', '利润', '亿元'], ['^', '税收', '亿元'], ['创新', '投入', '%']]),
  ]
  expect(await read(...categories)).toBe(
    '| 序号 | 项目 | 内容 |\n| 规模 | 产值 | 亿元 |\n| ^ | 增加值 | 亿元 |\n| ^ | 利润 | 亿元 |\n| ^ | 税收 | 亿元 |\n| 创新 | 投入 | % |',
  )
})

test('a table without lines is told by its columns', async () => {
  const rows = [
    ['指标', '单位', '2025年'],
    ['产值', '亿元', '1000'],
    ['企业', '家', '320'],
  ]
  const columns = rows.flatMap((row, index) =>
    row.map((text, column) => set(text, 80 + 150 * column, 200 + 24 * index, 12)),
  )
  expect(await read(columns.join(''))).toBe(
    '| 指标 | 单位 | 2025年 |\n| 产值 | 亿元 | 1000 |\n| 企业 | 家 | 320 |',
  )
})

test('marks of footnotes are left out, powers of units stay', async () => {
  const text = set('面积100m', 80, 200) + set('2', 176, 193, 8) + set('，产值', 184, 200)
  const marked = text + set('1', 232, 193, 8) + set('翻番。', 240, 200)
  expect(await read(marked)).toBe('面积100m²，产值翻番。')
})

test('text struck out is told', async () => {
  const { warnings } = await readPdf(pdfOf([set('增长10%11%', 80, 200) + draw(112, 195, 160, 195)]))
  expect(warnings).toEqual([{ code: 'document-struck-text', count: 1 }])
})

test('a watermark set askew is no text', async () => {
  const rotated = 'q 0.7 0.7 -0.7 0.7 200 300 cm BT /F1 40 Tf <51855BB9> Tj ET Q\n'
  expect(await read(page('　　正文。') + rotated)).toBe('正文。')
})

test('pages without text are counted; a file of them alone is refused as scanned', async () => {
  const { warnings } = await readPdf(pdfOf([page('　　正文。'), '']))
  expect(warnings).toEqual([{ code: 'document-pages-without-text', count: 1 }])
  await expect(readPdf(pdfOf(['', '']))).rejects.toMatchObject({
    problem: { code: 'document-scanned', detail: { pages: 2 } },
  })
})

test('footnotes below their line are left out and told', async () => {
  const note = draw(80, 700, 200, 700) + set('规上指年主营业务收入二千万元以上。', 80, 716, 9)
  const { blocks, warnings } = await readPdf(pdfOf([page('　　正文。', '　　又一段。') + note]))
  expect([picture(blocks), warnings]).toEqual([
    '正文。\n又一段。',
    [{ code: 'document-footnotes-dropped', count: 1 }],
  ])
})

test('a scanned file that bears but page numbers as text is refused', async () => {
  const pages = [1, 2, 3].map((number) => set(`第 ${number} 页`, 270, 800, 9))
  await expect(readPdf(pdfOf(pages))).rejects.toMatchObject({
    problem: { code: 'document-scanned' },
  })
})

test('paragraphs within a cell stay apart where one ends and the next is indented', async () => {
  const frame = [draw(80, 200, 288, 200), draw(80, 290, 288, 290)]
  const sides = [draw(80, 200, 80, 290), draw(288, 200, 288, 290)]
  const lines = [
    set('实施一批重点工程建设', 104, 220),
    set('一批服务制造业的平台中心。', 84, 244, 15),
    set('到二五年全部建成。', 116, 268),
  ]
  expect(await read([...frame, ...sides, ...lines].join(''))).toBe(
    '| 实施一批重点工程建设一批服务制造业的平台中心。⏎到二五年全部建成。 |',
  )
})

function box(x: number, y: number, width: number, height: number): string {
  return `${x} ${pageHeight - y - height} ${width} ${height} re f\n`
}

test('lines that are thin filled boxes, a piece for each cell, make the same table', async () => {
  const pieces = [0, 1].flatMap((row) => [
    ...[0, 1, 2].map((column) => box(80 + 100 * column, 200 + 24 * row, 0.5, 24)),
    ...[0, 1].map((column) => box(80.5 + 100 * column, 200 + 24 * row, 99.5, 0.5)),
    ...[0, 1].map((column) => box(80.5 + 100 * column, 224 + 24 * row, 99.5, 0.5)),
  ])
  const shade = `0.9 g ${box(80, 200, 200, 24)}0 g\n`
  const texts = [set('指标', 84, 216, 10), set('值', 184, 216, 10), set('产值', 84, 240, 10)]
  expect(await read([shade, ...pieces, ...texts].join(''))).toBe('| 指标 | 值 |\n| 产值 |  |')
})

/** A line set upwards along the left edge of an upright page. */
function upwards(text: string, x: number): string {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex')
  return `BT /F1 16 Tf 0 1 -1 0 ${x} 100 Tm <${codes}> Tj ET\n`
}

test('a page turned on its side is read as one sees it', async () => {
  const upright = pdfOf([upwards('附表。', 100) + upwards('项目表。', 140)])
  const turned = Buffer.from(upright)
    .toString('latin1')
    .replace('/Type/Page/', '/Type/Page/Rotate 90/')
  expect(picture((await readPdf(Buffer.from(turned, 'latin1'))).blocks)).toBe('附表。\n项目表。')
})

test('a file whose fonts hide their characters is refused', async () => {
  await expect(
    readPdf(pdfOf([set('\ue001\ue002\ue003\ue004产值', 80, 200)])),
  ).rejects.toMatchObject({
    problem: { code: 'document-garbled' },
  })
})
