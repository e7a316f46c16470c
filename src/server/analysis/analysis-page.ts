import type { AnalysisBlock } from '#contract/analysis.ts'
import { dayInChina } from '#server/clock.ts'
import { type AnalysisPaper, linkOf } from './analysis-document.ts'
import { chartDrawing } from './chart-image.ts'

type Part = Extract<AnalysisBlock, { kind: 'paragraph' }>['parts'][number]

/** The analysis as one file for any browser: nothing is fetched, and it prints on A4 after GB/T 9704. */
export function analysisPage(paper: AnalysisPaper): Uint8Array {
  const { blocks, simulated } = paper
  const title = blocks.find((block) => block.kind === 'title')
  const name = title?.kind === 'title' ? title.parts.map(({ text }) => text).join('') : '分析'
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)}</title>
<style>${style}</style>
</head>
<body>
<main>
${simulated ? '<p class="simulated">模拟数据</p>' : ''}
${blocks.map((block) => markup(block, paper)).join('\n')}
<footer>按 ${dayInChina(paper.asOf)} 所知写成。带下划点的数字可点开来处；（缺数）表示尚未入库，未作估计。</footer>
</main>
</body>
</html>
`
  return new TextEncoder().encode(html)
}

function markup(block: AnalysisBlock, paper: AnalysisPaper): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${words(block.parts, paper)}</h1>`
    case 'heading':
      return `<h${block.level + 1}>${words(block.parts, paper)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p>${words(block.parts, paper)}</p>`
    case 'table':
      return `<figure><figcaption>${escaped(block.caption)}</figcaption><div class="frame"><table><thead><tr>${block.head
        .map((text) => `<th scope="col">${escaped(text)}</th>`)
        .join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((parts) => `<td>${words(parts, paper)}</td>`).join('')}</tr>`)
        .join('\n')}</tbody></table></div></figure>`
    case 'chart':
      return `<figure role="img" aria-label="${escaped(block.caption)}">${chartDrawing(block).svg}<figcaption>${escaped(block.caption)}</figcaption></figure>`
  }
}

function words(parts: readonly Part[], paper: AnalysisPaper): string {
  return parts
    .map((part) => {
      const link = linkOf(part, paper)
      const text = escaped(part.text)
      return link === undefined ? text : `<a href="${escaped(link)}">${text}</a>`
    })
    .join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const style = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —"; font: 14pt "Times New Roman", serif; } }
@page :left { @bottom-right { content: none; } @bottom-left { content: "— " counter(page) " —"; font: 14pt "Times New Roman", serif; } }
body { margin: 0; background: #f4f6fa; color: #17233a; font: 16pt/28pt "Times New Roman", FangSong, 仿宋, 仿宋_GB2312, "Noto Serif CJK SC", serif; }
main { max-width: 156mm; margin: 0 auto; padding: 20mm 10mm; background: #fff; }
h1 { margin: 14pt 0; font: 22pt/32pt "方正小标宋简体", "华文中宋", STZhongsong, "Noto Serif CJK SC", serif; text-align: center; }
h2 { margin: 0; font: 16pt/28pt 黑体, SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 2em; break-after: avoid; }
p { margin: 0; text-align: justify; text-indent: 2em; }
p.simulated { text-align: right; text-indent: 0; }
a { color: inherit; text-decoration: underline dotted #8aa4d0; text-underline-offset: 4px; }
figure { margin: 8pt 0; break-inside: avoid; }
figcaption { font: 12pt/18pt 黑体, SimHei, "Noto Sans CJK SC", sans-serif; text-align: center; }
figure svg { display: block; max-width: 100%; height: auto; }
.frame { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: 10.5pt/15pt 宋体, SimSun, "Noto Serif CJK SC", serif; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 2pt 4pt; border: 0.5pt solid #17233a; text-align: center; }
th { font-family: 黑体, SimHei, "Noto Sans CJK SC", sans-serif; font-weight: 400; }
td:first-child { text-align: left; }
footer { margin-top: 14pt; color: #52607a; font: 10.5pt/15pt 宋体, SimSun, "Noto Serif CJK SC", serif; }
@media print { body { background: #fff; } main { max-width: none; padding: 0; } a { text-decoration: none; } }
@media (max-width: 700px) { body { font-size: 12pt; line-height: 22pt; } main { padding: 16px; } h1 { font-size: 17pt; line-height: 26pt; } h2 { font-size: 13pt; line-height: 24pt; } }
`
