import { expect } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'

test.use(noSession)

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
  await expect(page.getByText('待保存')).toHaveCount(0)
  await expect(page.getByText('已保存').first()).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(cells.first()).toHaveValue(/^1,?234$/)
})
