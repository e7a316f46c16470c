import { expect } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'
import { choose } from './choice.ts'

test.use({ storageState: noSession })

/** The reports of the invented district are made after its figures, while the program answers. */
const submitted = '/reports?state=%5B%22submitted%22%5D'

test('an analyst gives a report back with its reason, and accepts another', async ({ page }) => {
  test.setTimeout(150_000)
  await signInAs(page, 'yunxing')
  const rows = page.getByRole('row').filter({ hasText: /待(园区|区级)审核/ })
  await expect(async () => {
    await page.goto(submitted)
    await expect(rows.first()).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 90_000 })

  await rows.first().getByRole('link').first().click()
  await expect(page.getByRole('region', { name: '填报表格' })).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
  await page.getByRole('button', { name: '退回', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('用电量与产值不相称，请核对')
  await dialog.getByRole('button', { name: /^退\s?回$/ }).click()
  await expect(page.getByRole('region', { name: '退回意见' })).toContainText('用电量与产值不相称')

  await page.goto(submitted)
  await rows.last().getByRole('link').first().click()
  await page.getByRole('button', { name: '审核通过' }).click()
  // A park passes a report on, the region accepts it.
  const steps = page.getByRole('region', { name: '办理过程' })
  await expect(steps).toContainText(/审核通过|接收/)
})

test('an enterprise pastes its figures from a spreadsheet, and they stay', async ({ page }) => {
  test.setTimeout(150_000)
  await signInAs(page, 'qiye')
  const open = page.getByRole('row').filter({ hasText: '待报', has: page.getByRole('link') })
  await expect(async () => {
    await page.goto('/reports')
    await expect(open.first()).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 90_000 })
  await open.first().getByRole('link').first().click()
  const cells = page.getByRole('region', { name: '填报表格' }).getByRole('textbox')
  await cells.first().click()
  await cells.first().evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', '１,２３４\t5678')
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(cells.first()).toHaveValue(/^1,?234$/)
  const saved = page.getByRole('status').filter({ hasText: '已保存' })
  await expect(saved).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(cells.first()).toHaveValue(/^1,?234$/)

  // An input method composes before it commits: what it commits is the figure.
  await cells.nth(1).click()
  await cells.nth(1).fill('')
  const keys = await page.context().newCDPSession(page)
  await keys.send('Input.imeSetComposition', { text: 'wu', selectionStart: 2, selectionEnd: 2 })
  await keys.send('Input.insertText', { text: '５６７' })
  await expect(cells.nth(1)).toHaveValue(/567|５６７/)
  await expect(saved).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(cells.nth(1)).toHaveValue('567')

  // Without a network what is typed stays here and goes out later.
  await page.context().setOffline(true)
  await cells.nth(2).fill('89')
  await expect(page.getByText('没有网络，已留存本机')).toBeVisible({ timeout: 15_000 })
  await page.context().setOffline(false)
  await expect(saved).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(cells.nth(2)).toHaveValue('89')
})

test('two who fill in one report lose nothing: the second is told', async ({ page }) => {
  test.setTimeout(150_000)
  await signInAs(page, 'qiye')
  const open = page.getByRole('row').filter({ hasText: '待报', has: page.getByRole('link') })
  await expect(async () => {
    await page.goto('/reports')
    await expect(open.first()).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 90_000 })
  await open.first().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/)
  const other = await page.context().newPage()
  await other.goto(page.url())
  const cellsOf = (of: typeof page) =>
    of.getByRole('region', { name: '填报表格' }).getByRole('textbox')
  await expect(cellsOf(other).nth(3)).toBeVisible()
  const [mine, theirs] =
    (await cellsOf(page).nth(3).inputValue()) === '11' ? ['22', '33'] : ['11', '44']

  // The other's save is held until the first has saved, so that it comes second.
  let release = () => undefined as void
  const saved = new Promise<void>((resolve) => {
    release = resolve
  })
  await other.route('**/api/reports/*/cells', async (route) => {
    await saved
    await route.continue()
  })
  const sent = other.waitForRequest('**/api/reports/*/cells')
  await cellsOf(other).nth(3).fill(theirs)
  await sent
  await cellsOf(page).nth(3).fill(mine)
  await page.waitForResponse((reply) => reply.url().endsWith('/cells') && reply.ok())
  release()
  await expect(other.getByText(/1 格与他人同时改动/)).toBeVisible({ timeout: 15_000 })
  await expect(other.getByRole('button', { name: '改用我的' })).toBeVisible()
  await other.close()
})

test('a form is designed, published, asked and filled in for several at once', async ({ page }) => {
  test.setTimeout(150_000)
  const name = `闲置厂房月报${Date.now()}`
  await signInAs(page, 'yunxing')
  await page.goto('/forms/design')
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  const facts = page.getByRole('region', { name: '基本信息' })
  await facts.getByLabel('报表名称').fill(name)
  await choose(facts.getByRole('combobox', { name: '填报对象' }), /^园区$/)
  await page.getByRole('button', { name: '加一行' }).click()
  const row = page.getByRole('region', { name: '行次 01' })
  await row.getByLabel('指标名称').fill('闲置厂房面积')
  await row.getByLabel('计量单位').fill('平方米')
  await page.getByRole('button', { name: '加一条' }).click()
  const checks = page.getByRole('region', { name: '审核关系' })
  await checks.getByLabel('名称', { exact: true }).fill('面积过大')
  await checks.getByRole('textbox', { name: '“面积过大”的条件' }).fill('闲置厂房面积 <= 100亩')
  const publish = page.getByRole('region', { name: '发布' })
  await publish.getByLabel('修订说明').fill('盘活闲置厂房')
  expect(await accessibilityViolations(page)).toEqual([])
  await publish.getByRole('button', { name: '发布' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()

  await page.goto('/reports')
  await page.getByRole('button', { name: '布置报表' }).click()
  const dialog = page.getByRole('dialog')
  await choose(dialog.getByRole('combobox'), name)
  await dialog.getByRole('button', { name: '布置报表' }).click()
  await page.getByRole('link', { name: '批量填报' }).click()
  const sheet = page.getByRole('table', { name: '批量填报表格' })
  const cell = sheet.getByRole('textbox')
  await cell.click()
  await cell.evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', '１,２００\t3,400\n56\t78')
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible({
    timeout: 15_000,
  })
  await page.reload()
  await expect(cell).toHaveValue('1,200')
  await expect(sheet.getByRole('row').nth(2)).toContainText('78')
  expect(await accessibilityViolations(page)).toEqual([])
})
