import { expect, type Page } from '@playwright/test'
import { noSession, openAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'
import { grownByATwentieth } from './workbooks.ts'
import { readFile } from 'node:fs/promises'
import { choose } from './choice.ts'

// Last of all journeys: what is accepted here moves the figures other journeys look at.
test.use({ storageState: noSession })

const output = { code: 'output-and-sales', name: '工业产销总值及主要产品产量' }
const energy = { code: 'energy', name: '能源购进、消费与库存' }
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('a month: opened, pasted, one cell given back, corrected, accepted', async ({ page }) => {
  test.setTimeout(180_000)
  await openRound(page, output.name)
  const path = await openReport(page, output, '2026年11月')
  const rows = ['工业总产值', '工业销售产值', '出口交货值', '企业用电量']
  const lines = await Promise.all(rows.map((name) => nextMonth(page, name)))
  await paste(page, lines.map((line) => line.join('\t')).join('\n'))
  await listOwnRows(page)
  await expect(page.getByText('已填的数据全部通过审核。')).toBeVisible()
  await submit(page)

  await openAs(page, 'yuanqu', path)
  await page.getByRole('button', { name: '退回', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('企业用电量')
  await page.getByTitle(/企业用电量 · 1—本月/).click()
  await dialog.getByLabel('理由').fill('请按供电公司账单核对')
  await dialog.getByRole('button', { name: /^退\s?回$/ }).click()
  await expect(dialog).toBeHidden()

  await openAs(page, 'qiye', path)
  const remarks = page.getByRole('region', { name: '退回意见' })
  await expect(remarks).toContainText('企业用电量')
  await expect(remarks).toContainText('请按供电公司账单核对')
  await addTo(page, '企业用电量', 1)
  await submit(page)
  await passOn(page, path)
  await expect(rowOf(page, '压力传感器')).toContainText('12.5')
})

test('the same month by a workbook: the template is filled in, sent, accepted', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await openRound(page, energy.name)
  const path = await openReport(page, energy, '2026年11月')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载模板' }).click()
  const template = await readFile(await (await download).path())
  await page.locator('input[type=file]').setInputFiles({
    name: '能源.xlsx',
    mimeType: workbookType,
    buffer: Buffer.from(await grownByATwentieth(template)),
  })
  await expect(page.getByText('已填的数据全部通过审核。')).toBeVisible()
  await submit(page)
  await passOn(page, path)
})

test('a correction of an accepted report moves the indicator and the target', async ({ page }) => {
  test.setTimeout(180_000)
  const before = await standing(page)
  const path = await openReport(page, output, '2026年10月')
  await openAs(page, 'yunxing', path)
  await page.getByRole('button', { name: '退回更正' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('漏报一个车间')
  await dialog.getByRole('button', { name: '退回更正' }).click()
  await expect(dialog).toBeHidden()

  await openAs(page, 'qiye', path)
  for (const name of ['工业总产值', '工业销售产值']) await addTo(page, name, 100_000)
  await submit(page)
  await passOn(page, path)
  await rowOf(page, '工业总产值').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: '这一格用到哪里去了' })).toBeVisible()
  const feeds = page.getByRole('region', { name: '所选数字的去处' })
  await expect(feeds.getByText('关系到目标')).toBeVisible()
  await expect(feeds.getByRole('link', { name: /青澜区/ }).first()).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])

  // 100,000 千元 are 1 亿元.
  const after = await standing(page)
  expect(after.indicator - before.indicator).toBe(100_000)
  expect(after.target - before.target).toBeCloseTo(1, 5)
})

/** The output of the district in October as the indicator (千元) and the target (亿元) have it. */
async function standing(page: Page): Promise<{ indicator: number; target: number }> {
  await openAs(page, 'yunxing', '/indicators/industrial-output')
  const month = page.getByRole('row', { name: /^2026年10月/ })
  const indicator = numberIn(await month.getByRole('cell').nth(1).innerText())
  await page.goto('/watching?period=2026-10')
  const row = page.getByRole('row', { name: /^规模以上工业总产值/ })
  return { indicator, target: numberIn(await row.getByRole('cell').nth(1).innerText()) }
}

async function openRound(page: Page, form: string): Promise<void> {
  await openAs(page, 'yunxing', '/reports')
  await page.getByRole('button', { name: '布置报表' }).click()
  const dialog = page.getByRole('dialog')
  await choose(dialog.getByRole('combobox'), form)
  await dialog.getByRole('button', { name: '布置报表' }).click()
  await expect(dialog).toBeHidden()
}

/** Opens the report of the enterprise that signs in, and gives its path. */
async function openReport(page: Page, form: typeof output, period: string): Promise<string> {
  await openAs(page, 'qiye', `/reports?form=${form.code}`)
  const row = page.getByRole('row').filter({ hasText: form.name }).filter({ hasText: period })
  await row.getByRole('link').first().click()
  await expect(page.getByRole('region', { name: '填报表格' })).toBeVisible()
  return new URL(page.url()).pathname
}

function rowOf(page: Page, name: string) {
  const rows = page.getByRole('region', { name: '填报表格' }).getByRole('row')
  return rows.filter({ has: page.getByRole('rowheader', { name }) })
}

/** The figures of a row a month on: a tenth of what was told so far, and the new total. */
async function nextMonth(page: Page, name: string): Promise<readonly string[]> {
  const last = numberIn(await rowOf(page, name).getByRole('cell').last().innerText())
  const month = Math.round(last / 10)
  return [String(month), (last + month).toFixed(Number.isInteger(last) ? 0 : 2)]
}

/** Rows the enterprise lists itself: a class taken off again, a product filled in. */
async function listOwnRows(page: Page): Promise<void> {
  await choose(page.getByRole('combobox', { name: '加一行：选择行业小类' }), /^3983/, '3983')
  await expect(rowOf(page, '敏感元件及传感器制造')).toBeVisible()
  await page.getByRole('button', { name: '移除 敏感元件及传感器制造' }).click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /移\s?除/ })
    .click()
  await expect(rowOf(page, '敏感元件及传感器制造')).toBeHidden()
  await page.getByRole('textbox', { name: '产品名称' }).fill('压力传感器')
  await page.getByRole('textbox', { name: '计量单位', exact: true }).fill('万只')
  await page.getByRole('button', { name: '加一行产品' }).click()
  await rowOf(page, '压力传感器').getByRole('textbox').nth(1).fill('12.5')
}

async function paste(page: Page, text: string): Promise<void> {
  const first = page.getByRole('region', { name: '填报表格' }).getByRole('textbox').first()
  await first.click()
  await first.evaluate((element, words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** Adds to the month and to the year so far. */
async function addTo(page: Page, name: string, more: number): Promise<void> {
  const cells = rowOf(page, name).getByRole('textbox')
  for (const index of [0, 1]) {
    const cell = cells.nth(index)
    await expect(cell).not.toHaveValue('')
    await cell.fill(String(numberIn(await cell.inputValue()) + more))
  }
}

async function submit(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await expect(page.getByRole('main').getByText('待园区审核').first()).toBeVisible()
}

/** The park passes it on, the district accepts it. */
async function passOn(page: Page, path: string): Promise<void> {
  await openAs(page, 'yuanqu', path)
  await page.getByRole('button', { name: '审核通过' }).click()
  await expect(page.getByRole('main').getByText('待区级审核').first()).toBeVisible()
  await openAs(page, 'yunxing', path)
  await page.getByRole('button', { name: '审核通过' }).click()
  await expect(page.getByRole('main').getByText('已接收').first()).toBeVisible()
}

function numberIn(text: string): number {
  return Number(text.replaceAll(',', '').trim())
}
