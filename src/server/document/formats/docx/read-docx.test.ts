import { expect, test } from 'vitest'
import { cell, docxOf, paragraph, run, table } from '../testing/docx-of.ts'
import { picture } from '../testing/picture.ts'
import { readDocx } from './read-docx.ts'

function read(body: string, parts: { numbering?: string; styles?: string } = {}): string {
  return picture(readDocx(docxOf({ body, ...parts })).blocks)
}

function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

function list(id: number, definition: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`
}

function item(text: string, listId: number, levelIndex = 0): string {
  const numbered = `<w:ilvl w:val="${levelIndex}"/><w:numId w:val="${listId}"/>`
  return paragraph(text, `<w:numPr>${numbered}</w:numPr>`)
}

function style(id: string, name: string, list: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${list}</w:pPr></w:style>`
}

function styled(text: string, id: string): string {
  return paragraph(text, `<w:pStyle w:val="${id}"/>`)
}

function spans(count: number): string {
  return `<w:gridSpan w:val="${count}"/>`
}

const official = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>`

test('automatic numbers are restored, and lower levels start over below each higher one', () => {
  const body = [
    item('发展基础', 1),
    item('成效', 1, 1),
    item('问题', 1, 1),
    item('总体要求', 1),
    item('目标', 1, 1),
    item('规模', 1, 2),
  ].join('')
  expect(read(body, { numbering: official + list(1, 7) })).toBe(
    '一、发展基础\n（一）成效\n（二）问题\n二、总体要求\n（一）目标\n1.规模',
  )
})

test('lists of one definition count on; a start override begins anew, once', () => {
  const numbering =
    official +
    list(1, 7) +
    list(2, 7) +
    list(3, 7, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
  const body = [item('甲', 1), item('乙', 2), item('丙', 3), item('丁', 3), item('戊', 1)].join('')
  expect(read(body, { numbering })).toBe('一、甲\n二、乙\n一、丙\n二、丁\n三、戊')
})

test('a level override replaces format and text', () => {
  const override = `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride>`
  const numbering = official + list(1, 7, override)
  expect(read(item('甲', 1) + item('乙', 1), { numbering })).toBe('①甲\n②乙')
})

test('a style numbers its paragraphs, on the level that names the style', () => {
  const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '第%1章 ', '<w:pStyle w:val="H1"/>')}${level(1, 'decimal', '%1.%2 ', '<w:pStyle w:val="H2"/><w:isLgl/>')}</w:abstractNum>${list(4, 1)}`
  const styles =
    style('H1', 'heading 1', '<w:numPr><w:numId w:val="4"/></w:numPr>') +
    style('H2', 'heading 2', '<w:numPr><w:numId w:val="4"/></w:numPr>')
  const bytes = docxOf({ body: styled('总则', 'H1') + styled('目的', 'H2'), numbering, styles })
  expect(readDocx(bytes).blocks).toEqual([
    { kind: 'paragraph', text: '总则', number: '第一章', outline: 0 },
    { kind: 'paragraph', text: '目的', number: '1.1', outline: 1 },
  ])
})

test('tracked changes are read as accepted, hidden text is left out, and both are told', () => {
  const body = `<w:p>${run('产值达到')}<w:del><w:r><w:delText>900</w:delText></w:r></w:del><w:ins>${run('1000')}</w:ins>${run('亿元')}${run('内部', '<w:vanish/>')}${run('。', '<w:vanish w:val="0"/>')}</w:p>`
  const { blocks, warnings } = readDocx(docxOf({ body }))
  expect([picture(blocks), warnings]).toEqual([
    '产值达到1000亿元。',
    [
      { code: 'document-tracked-changes', count: 2 },
      { code: 'document-hidden-text', count: 1 },
    ],
  ])
})

test('a paragraph whose end was deleted runs on into the next', () => {
  const deletedEnd = '<w:rPr><w:del/></w:rPr>'
  expect(read(paragraph('上半', deletedEnd) + paragraph('下半'))).toBe('上半下半')
})

test('merged cells are one cell with its spans; a grid finer than its cells is thinned', () => {
  const body = table(
    [cell('类别', '<w:vMerge w:val="restart"/>'), cell('目标', spans(4))],
    [cell('', '<w:vMerge/>'), cell('2023', spans(2)), cell('2025', spans(2))],
    [cell('产值'), cell('8', spans(2)), cell('9', spans(2))],
  )
  expect(read(body)).toBe('| 类别 | 目标 | < |\n| ^ | 2023 | 2025 |\n| 产值 | 8 | 9 |')
})

test('a claimed span of a billion columns is cut', () => {
  const body = table([cell('甲', '<w:gridSpan w:val="1000000000"/>'), cell('乙')], [cell('丙')])
  expect(read(body)).toBe('| 甲 |\n| 丙 |')
})

test('rows marked as head are counted; deleted rows are gone', () => {
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('指标')}${cell('值')}</w:tr>`
  const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell('旧')}${cell('1')}</w:tr>`
  const kept = `<w:tr>${cell('新')}${cell('2')}</w:tr>`
  const { blocks } = readDocx(docxOf({ body: `<w:tbl>${head}${deleted}${kept}</w:tbl>` }))
  expect(blocks).toEqual([expect.objectContaining({ rows: 2, columns: 2, headRows: 1 })])
})

test('a table within a cell becomes lines of the cell; a frame around tables vanishes', () => {
  const inner = table([cell('甲'), cell('1')], [cell('乙'), cell('2')])
  const holding = `<w:tc><w:tcPr/>${paragraph('见')}${inner}<w:p/></w:tc>`
  expect(read(table([holding, cell('右')]))).toBe('| 见⏎甲⇥1⏎乙⇥2 | 右 |')
  expect(read(table([holding]))).toBe('见\n| 甲 | 1 |\n| 乙 | 2 |\n')
})

test('a text box follows the paragraph it is anchored to, once', () => {
  const box = `<w:txbxContent>${paragraph('专栏1')}</w:txbxContent>`
  const anchored = `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  expect(read(`<w:p>${run('正文')}${anchored}</w:p>${paragraph('后文')}`)).toBe('正文\n专栏1\n后文')
})

test('pages are counted where the file remembers its page breaks', () => {
  const turned = `<w:p><w:r><w:lastRenderedPageBreak/><w:t>二页</w:t></w:r></w:p>`
  const { blocks, pages } = readDocx(docxOf({ body: paragraph('一页') + turned + paragraph('又') }))
  expect([blocks.map((block) => block.page), pages]).toEqual([[1, 2, 2], 2])
})

test('raised digits are powers after a unit, and marks of notes elsewhere', () => {
  const raised = '<w:vertAlign w:val="superscript"/>'
  const body = `<w:p>${run('100m')}${run('2', raised)}${run('，增长')}${run('[1]', raised)}</w:p>`
  expect(read(body)).toBe('100m²，增长')
})
