import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { picture } from '../testing/picture.ts'
import { readHtml } from './read-html.ts'

function read(html: string): string {
  return picture(readHtml(Buffer.from(html)).blocks)
}

test('a page of a government site gives its article alone', () => {
  const links = ['首页', '要闻', '政务', '服务', '互动'].map(
    (text) => `<a href="/${text}">${text}</a>`,
  )
  const html = `<!doctype html><html><head><title>某区</title><style>p{}</style><script>var a='<p>脚本</p>'</script></head><body>
    <div class="top">${links.join('')}</div>
    <div class="nav">导航栏</div><div>当前位置：首页 &gt; 规划</div>
    <table width="1000"><tr><td class="left"><div style="display:none">暗</div></td><td>
      <table><tr><td><h1>关于印发规划的通知</h1></td></tr><tr><td id="zoom">
        <p>　　到2025年，产值达到<b>1000</b>亿元。</p>
        <table border="1"><tr><th>指标</th><th>2025年</th></tr><tr><td>产值</td><td>1000</td></tr></table>
      </td></tr></table>
    </td></tr></table>
    <div class="footer">版权所有</div><p>某ICP备12345号</p></body></html>`
  expect(read(html)).toBe(
    '关于印发规划的通知\n到2025年，产值达到1000亿元。\n| 指标 | 2025年 |\n| 产值 | 1000 |',
  )
})

test('spans of cells follow the standard, rowspan 0 and absurd spans included', () => {
  const html = `<table><thead><tr><td rowspan=2>类别</td><td colspan=2>目标</td></tr><tr><td>2023</td><td>2025</td></tr></thead>
    <tr><td rowspan=0>规模</td><td>8</td><td>9</td></tr><tr><td>1</td><td colspan=900000000>2</td></tr></table>`
  const { blocks } = readHtml(Buffer.from(html))
  expect(picture(blocks)).toBe(
    '| 类别 | 目标 | < |\n| ^ | 2023 | 2025 |\n| 规模 | 8 | 9 |\n| ^ | 1 | 2 |',
  )
  expect(blocks).toEqual([expect.objectContaining({ headRows: 2 })])
})

test.each([
  ['甲<br>　　乙<br>　　丙', '甲\n乙\n丙'],
  ['关于印发<br>规划的通知', '关于印发⏎规划的通知'],
  ['第一句。<br>第二句。', '第一句。\n第二句。'],
  ['甲<br><br>乙', '甲\n乙'],
  ['<pre>甲\n\n  乙\t1</pre>', '甲\n\n  乙\t1'],
  ['<div style="white-space: pre-wrap">甲\n乙</div>', '甲\n乙'],
  ['<p>甲</p><p>&nbsp;</p><p>乙</p>', '甲\n\n乙'],
  ['<p>全区规上\n  工业</p>', '全区规上工业'],
  ['<p>top\n  10 家</p>', 'top 10 家'],
])('%s is read as %s', (html, expected) => {
  const { blocks } = readHtml(Buffer.from(`<body>${html}`))
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))
  expect(texts.map((text) => text.replace('\n', '⏎')).join('\n')).toBe(expected)
})

test('list numbers are restored', () => {
  const html =
    '<ol start=3><li>甲<li><p>乙</p></ol><ol style="list-style-type: cjk-ideographic"><li>丙</ol><ul><li>丁</ul>'
  expect(read(html)).toBe('3.甲\n4.乙\n一、丙\n●丁')
})

test.each([
  ['utf-8', '<meta charset="gb2312"><p>产值', (text: string) => Buffer.from(text)],
  ['utf-16', '<p>产值', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
])('a page in %s is read whatever it says of itself', (_name, html, encode) => {
  expect(picture(readHtml(encode(html)).blocks)).toBe('产值')
})

test('a page in GB 18030 is read, declared or not', () => {
  const gb = Buffer.from([0xb2, 0xfa, 0xd6, 0xb5])
  const declared = Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), gb])
  const undeclared = Buffer.concat([Buffer.from('<html><p>'), gb])
  expect([declared, undeclared].map((bytes) => picture(readHtml(bytes).blocks))).toEqual([
    '产值',
    '产值',
  ])
})

test('the article title a page only names in its head comes first', () => {
  const meta = '<meta name="ArticleTitle" content="某区规划">'
  expect(read(`<html><head>${meta}</head><body><p>正文。</p></body></html>`)).toBe(
    '某区规划\n正文。',
  )
  expect(read(`<html><head>${meta}</head><body><h1>某区规划</h1></body></html>`)).toBe('某区规划')
})

test('raised digits are powers after a unit, footnotes are left out', () => {
  const html = '<p>100m<sup>2</sup>，产值<a href="#_ftn1"><sup>[1]</sup></a>翻番<sup>①</sup></p>'
  expect(read(html)).toBe('100m²，产值翻番')
})

test('elements nested too deep are refused', () => {
  const deep = '<div>'.repeat(limits.htmlDepth * 100)
  expect(() => readHtml(Buffer.from(deep))).toThrow(/nested deeper/)
})

test('a table with one long cell among others stays a table', () => {
  const task = '推进重点任务。'.repeat(300)
  const other = '落实工作责任。'.repeat(150)
  const html = `<table><tr><td>${task}</td><td>${other}</td></tr><tr><td>甲</td><td>乙</td></tr></table>`
  expect(read(html)).toBe(`| ${task} | ${other} |\n| 甲 | 乙 |`)
})
