/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { chromium, type Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'

// npm run bench:grid URL
// Measures the sheet for many reporters in a real browser, on a running product at URL. The lines of the sheet are
// answered here, so that their number is no matter of the server; everything else is the product as it is.
const [base = 'http://127.0.0.1:8080'] = process.argv.slice(2)
const pasted = 2000
const scrolled = 100_000
const frames = 300

const forms = path.join(import.meta.dirname, '../../data/forms')
const form: unknown = JSON.parse(fs.readFileSync(path.join(forms, 'output-and-sales.json'), 'utf8'))

const browser = await chromium.launch({
  executablePath: process.env['JINGWEI_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${base}/sign-in`)
  await page.getByRole('button', { name: 'yunxing' }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))

  await openSheet(page, pasted)
  const milliseconds = await pasteTime(page, pasted)
  console.log(`粘贴 ${pasted} 行 × 8 列：${milliseconds.toFixed(0)} ms 后全部显示`)

  await openSheet(page, scrolled)
  const { perSecond, slowest, late } = await scroll(page, frames)
  console.log(
    `${scrolled} 行滚动 ${frames} 帧：每秒 ${perSecond.toFixed(1)} 帧，最慢一帧 ${slowest.toFixed(0)} ms，` +
      `超过 20 ms 的 ${late} 帧`,
  )
} finally {
  await browser.close()
}

async function openSheet(page: Page, count: number): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.route(/\/api\/reports\/sheet/u, (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: { form, due: '2026-04-10', reports: lines(count) } })
      : route.abort(),
  )
  await page.goto(`${base}/reports/sheet?form=output-and-sales&period=2026-03`)
  await page.getByRole('table', { name: '批量填报表格' }).getByRole('textbox').waitFor()
}

function lines(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    revision: 1,
    name: `第${index + 1}号企业有限公司`,
    state: 'open',
    mayWrite: true,
    cells: { '01.month': String(index), '01.to-date': String(index * 3) },
    locked: [],
    hardHits: 0,
    softHits: 0,
  }))
}

/** How long from the paste until the page shows it, every reporter taken. */
function pasteTime(page: Page, count: number): Promise<number> {
  const text = Array.from({ length: count }, (_, row) =>
    Array.from({ length: 8 }, (__, column) => (row * 8 + column + 7).toLocaleString('en')).join(
      '\t',
    ),
  ).join('\n')
  return page.evaluate(
    async ([words, wanted]) => {
      const field = document.querySelector<HTMLInputElement>('table input')
      if (!field) throw new Error('no cell')
      field.focus()
      const data = new DataTransfer()
      data.setData('text/plain', words)
      const begun = performance.now()
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
      const isShown = () =>
        [...document.querySelectorAll('output')].some((one) =>
          one.textContent.includes(`${wanted} 家`),
        ) && field.value === '7'
      while (!isShown()) {
        if (performance.now() - begun > 20_000) throw new Error('not shown')
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return performance.now() - begun
    },
    [text, count] as const,
  )
}

/** Scrolls fast, 7,200 pixels a second, and how the frames came. */
function scroll(
  page: Page,
  count: number,
): Promise<{ readonly perSecond: number; readonly slowest: number; readonly late: number }> {
  return page.evaluate(async (wanted) => {
    const frame = document.querySelector('table')?.parentElement
    if (!frame) throw new Error('no sheet')
    const times: number[] = []
    for (let drawn = 0; drawn <= wanted; drawn += 1) {
      times.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)))
      frame.scrollTop += 120
    }
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
    const whole = (times.at(-1) ?? 0) - (times[0] ?? 0)
    return {
      perSecond: (gaps.length / whole) * 1000,
      slowest: Math.max(...gaps),
      late: gaps.filter((gap) => gap > 20).length,
    }
  }, count)
}
