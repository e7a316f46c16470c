import { expect, type Page } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'
import { monthlySheet, regionSheet } from './workbooks.ts'
import { choose } from './choice.ts'

test.use({ storageState: noSession })

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Once what fades in or out has come to rest, with nothing under the pointer. */
async function isAccessible(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await expect.poll(() => accessibilityViolations(page)).toEqual([])
}

async function send(page: Page, name: string, content: Uint8Array): Promise<void> {
  await page.goto('/figure-imports')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: xlsx, buffer: Buffer.from(content) })
  await page.getByRole('link', { name }).click()
}

test('a sheet is looked at on its grid, imported, recognised next month, and taken back', async ({
  page,
}, info) => {
  await signInAs(page, 'yunxing')
  const march = `主要指标${info.retry}-3月.xlsx`
  await send(page, march, await regionSheet(3, [36.2, 33]))
  const grid = page.getByRole('region', { name: '表格内容与含义' })
  await expect(grid.getByRole('button', { name: '出口交货值 · 亿元' })).toBeVisible()
  await expect(page.getByText('1 处需要核对')).toBeVisible()
  await expect(page.getByRole('button', { name: '确认对应关系' })).toBeDisabled()
  await isAccessible(page)

  await grid.getByRole('button', { name: '待说明' }).click()
  const drawer = page.getByRole('dialog', { name: '街道绿化面积' })
  await expect(drawer).toContainText('没有“街道绿化面积”')
  await isAccessible(page)
  await drawer.getByRole('radio', { name: '不导入' }).check()
  await drawer.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('行列含义均已明确')).toBeVisible()
  await page.getByRole('button', { name: '确认对应关系' }).click()

  const table = page.getByRole('region', { name: '差异核对' })
  await expect(table.getByRole('row', { name: /工业总产值/ })).toContainText('3,620,000')
  const apply = page.getByRole('button', { name: '导入', exact: true })
  await isAccessible(page)
  await apply.click()
  await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
  await expect(page.getByText('已导入', { exact: true })).toBeVisible()
  await table
    .getByRole('row', { name: /工业总产值/ })
    .getByRole('link')
    .click()
  await expect(page.getByRole('heading', { level: 1, name: '这一格用到哪里去了' })).toBeVisible()
  const feeds = page.getByRole('region', { name: '所选数字的去处' })
  await expect(feeds.getByText('参与计算')).toBeVisible()
  await isAccessible(page)

  await send(page, `主要指标${info.retry}-4月.xlsx`, await regionSheet(4, [50.1, 46]))
  await page.getByRole('tab', { name: '对应关系' }).click()
  await expect(page.getByText(/已认出：青澜区/)).toBeVisible()
  await expect(page.getByLabel('时期')).toHaveValue('2026年4月')
  await page.getByRole('tab', { name: '差异核对' }).click()
  await expect(page.getByRole('row', { name: /工业总产值/ })).toContainText('5,010,000')

  await page.goto('/figure-imports')
  await page.getByRole('link', { name: march }).click()
  await page.getByRole('button', { name: '撤销导入' }).click()
  const dialog = page.getByRole('dialog', { name: '撤销导入' })
  await dialog.getByLabel('理由').fill('报错月份')
  await dialog.getByRole('button', { name: '撤销导入' }).click()
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible()
})

test('what speaks against a sheet is told before it is imported', async ({ page }, info) => {
  await signInAs(page, 'yunxing')
  await send(page, `园区${info.retry}.xlsx`, await monthlySheet())
  await page.getByRole('tab', { name: '差异核对' }).click()
  const table = page.getByRole('region', { name: '差异核对' })
  await expect(table).toContainText('合计写 330，各项之和为 300')
  await expect(table).toContainText('公式出错的单元格')
  await page.getByRole('radiogroup', { name: '显示' }).getByText('未取').click()
  await expect(table.getByRole('row')).toHaveCount(2)
})

test('a key for a neighbour is shown once and ends when it is revoked', async ({ page }, info) => {
  await signInAs(page, 'anquan')
  const name = `市经信局${info.retry}`
  await page.goto('/api-keys')
  await page.getByRole('button', { name: '新建密钥' }).click()
  const form = page.getByRole('dialog', { name: '新建密钥' })
  await form.getByLabel('用途').fill(name)
  await choose(form.getByLabel('地区'), '青澜区')
  await isAccessible(page)
  await form.getByRole('button', { name: '新建密钥' }).click()
  const shown = page.getByRole('dialog', { name: '请保存密钥' })
  const secret = (await shown.getByText(/^jw_[\w-]{43}$/).textContent()) ?? ''
  await shown.getByRole('button', { name: '已保存' }).click()

  const ask = () =>
    page.request.get('/api/exchange/figures?indicator=industrial-output&period=2026-03', {
      headers: { authorization: `Bearer ${secret}`, cookie: '' },
    })
  expect((await ask()).status()).toBe(200)
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText('青澜区')
  await expect(row).toContainText('有效')
  await expect(page.getByText(secret)).toHaveCount(0)
  await row.getByRole('button', { name: `停用${name}` }).click()
  const dialog = page.getByRole('dialog', { name: '停用' })
  await dialog.getByLabel('理由').fill('对方系统下线')
  await dialog.getByRole('button', { name: '停用' }).click()
  await expect(row).toContainText('已停用')
  expect((await ask()).status()).toBe(401)
  await isAccessible(page)
})
