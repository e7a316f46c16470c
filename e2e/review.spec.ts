import { expect } from '@playwright/test'
import { importPlan, openKind, readItems, test } from './pages.ts'

test.beforeEach(async ({ page }, info) => {
  await importPlan(page, info)
  await openKind(page, '目标')
})

test('reloading the page loses nothing that was decided', async ({ page }) => {
  await readItems(page).getByRole('button', { name: '规模以上工业增加值' }).click()
  await page.keyboard.press('x')
  await expect(readItems(page).getByText('已剔除')).toHaveCount(1)
  await page.reload()
  await openKind(page, '目标')
  await expect(readItems(page).getByText('已剔除')).toHaveCount(1)
})

test('what one person decides another sees at once', async ({ page, context }) => {
  const other = await context.newPage()
  await other.goto(page.url())
  await openKind(other, '目标')
  await expect(readItems(other).getByText('已采纳')).toHaveCount(0)

  await readItems(page).getByRole('button', { name: '规模以上工业企业数' }).click()
  await page.keyboard.press('a')
  await expect(readItems(other).getByText('已采纳')).toHaveCount(1)
})

test('an item shows its sentence, and the sentence finds the item', async ({ page }) => {
  await readItems(page).getByRole('button', { name: '规模以上工业总产值' }).first().click()
  const text = page.getByRole('region', { name: '文档原文' }).or(page.getByLabel('文档原文'))
  await expect(text.locator('mark[aria-current], mark[data-active]').first()).toBeInViewport()
})

test('a sentence walked to with the keyboard becomes an item', async ({ page }) => {
  await readItems(page).getByRole('button', { name: '规模以上工业总产值' }).first().click()
  await page.keyboard.press(']')
  const menu = page.getByRole('toolbar', { name: '添加为' })
  await expect(menu.getByRole('button', { name: '目标' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: '添加任务' })
  await expect(form).toBeVisible()
  await form.getByRole('button', { name: '保存' }).press('Enter')
  await expect(form).toBeHidden()
  await expect(readItems(page).getByRole('tab', { name: /^任务 / })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(readItems(page).locator('li[aria-current]')).toBeVisible()
})
