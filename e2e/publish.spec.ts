import { expect } from '@playwright/test'
import { importPlan, openKind, readItems, test } from './pages.ts'

test('a plan document becomes targets in the ledger', async ({ page }, info) => {
  await importPlan(page, info)
  await expect(
    page.getByRole('heading', { name: '溪林县制造业高质量发展“十五五”规划', level: 1 }),
  ).toBeVisible()

  await openKind(page, '目标')
  await readItems(page).getByRole('button', { name: '万元工业增加值用水量' }).click()
  await expect(readItems(page).getByText('20.0')).toBeVisible()
  await page.keyboard.press('a')
  await expect(readItems(page).getByText('已采纳')).toHaveCount(1)

  await page.getByRole('button', { name: '发布' }).click()
  const dialog = page.getByRole('dialog', { name: '发布规划' })
  await dialog.getByRole('radio', { name: '全部采纳' }).check()
  await dialog.getByRole('button', { name: '发布' }).click()
  await expect(page.getByText('规划科用户 发布')).toBeVisible()

  await page.getByRole('main').getByRole('link', { name: '目标台账' }).click()
  await expect(page.getByRole('heading', { name: '目标台账', level: 1 })).toBeVisible()
  const row = page.getByRole('row', { name: '万元工业增加值用水量' })
  await expect(row).toContainText('约束性')
  await expect(row).toContainText('16.8')
})

test('the revision of a plan is compared with it by meaning', async ({ page }) => {
  await page.goto('/drafts')
  await page.getByRole('link', { name: '（修订）' }).first().click()
  await page.getByRole('link', { name: '与上一版对照' }).click()
  const change = page.getByRole('article').filter({ hasText: '规模以上工业企业数字化改造覆盖率' })
  await expect(change.first()).toContainText('102')
  await expect(change.first()).toContainText('95')
})
