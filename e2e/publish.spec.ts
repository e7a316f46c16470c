import { expect, test } from '@playwright/test'
import { importPlan, openKind, readItems, smallPlan } from './pages.ts'

test('a plan document becomes targets in the ledger', async ({ page }) => {
  await importPlan(page, smallPlan)
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
  await expect(page.getByText('演示用户 发布')).toBeVisible()

  await page.goto('/targets?region=all')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('用水量')
  const row = page.getByRole('row', { name: '万元工业增加值用水量' }).filter({ hasText: '16.8' })
  await expect(row).toContainText('约束性')
})
