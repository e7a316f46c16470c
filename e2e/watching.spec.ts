import { expect, type Page } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'

/** The figures of the invented district are made known while the program answers. */
async function withFigures(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto('/watching')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2026年1-10月', {
      timeout: 5000,
    })
  }).toPass({ timeout: 60_000 })
}

test('a leader sees where the targets stand, opens one, and sees why its lamp', async ({
  page,
}) => {
  await withFigures(page)
  await expect(page.getByText(/项有数据来源的目标/)).toBeVisible()
  const row = page.getByRole('row', { name: /规模以上工业营业收入/ })
  await expect(row).toContainText(/预警|滞后|正常/)
  await row.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: '规模以上工业营业收入', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: '系统计算' })).toBeVisible()
  await expect(page.getByRole('table', { name: '' }).first()).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
})

test('a unit explains, and the computed lamp stays beside it', async ({ page }) => {
  await withFigures(page)
  await page
    .getByRole('row', { name: /规模以上工业利润总额/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('button', { name: '填写说明' }).click()
  await page.getByRole('dialog').getByLabel('内容').fill('主要企业集中检修，十一月恢复')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('主要企业集中检修，十一月恢复').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: '系统计算' })).toBeVisible()
})

test('a figure of the analysis leads to the cells it came from in two clicks', async ({ page }) => {
  await withFigures(page)
  await page.goto('/analysis')
  const paper = page.getByRole('article')
  await expect(paper).toContainText('工业经济运行分析', { timeout: 20_000 })
  await paper.getByRole('link', { name: /亿元$/ }).first().click()
  await expect(page.getByRole('heading', { name: '这个数哪来的' })).toBeVisible()
  await expect(page.getByText('各单位汇总').first()).toBeVisible()
  const download = await page.request.get(
    '/api/analysis/reports/2026-10/analysis.docx?origin=http://jingwei.example',
  )
  expect(download.status()).toBe(200)
  expect((await download.body()).subarray(0, 2).toString()).toBe('PK')
})

test('the wall shows the same figures page after page, turned by key', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await withFigures(page)
  await page.getByRole('link', { name: '大屏' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('总体')
  // Who wants no motion turns the pages by hand.
  await expect(page.getByRole('button', { name: '自动轮播' })).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await expect(heading).toContainText('主要目标')
  await expect(page.getByRole('heading', { name: '规模以上工业总产值' })).toBeVisible()
  await page.keyboard.press('End')
  await expect(heading).toContainText('预警与督办')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/watching/)
})

test('a path is tried before it is used; what is the plan’s own cannot be changed', async ({
  page,
}) => {
  await withFigures(page)
  await page
    .getByRole('row', { name: /规模以上工业营业收入/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('button', { name: '修改路径' }).click()
  const drawer = page.getByRole('dialog', { name: '目标路径' })
  await expect(drawer.getByRole('button', { name: '启用' })).toBeDisabled()
  await drawer.getByRole('radio', { name: '按月数均摊' }).check()
  await drawer.getByRole('button', { name: '试算' }).click()
  await expect(drawer.getByRole('heading', { name: '试算结果' })).toBeVisible()
  await expect(drawer.getByRole('table')).toContainText('2026年1-10月')
})

test.describe('an analyst', () => {
  test.use({ storageState: noSession })

  test('judges a warning and makes another somebody’s duty', async ({ page }) => {
    await signInAs(page, 'yunxing')
    await withFigures(page)
    await page.goto('/warnings')
    await page.getByRole('button', { name: /重新扫描/ }).click()
    await expect(page.getByText(/新增 \d+ 条/)).toBeVisible({ timeout: 30_000 })
    const first = page.getByRole('row', { name: /红色|橙色|黄色/ }).first()
    await first.getByRole('button', { name: '评判' }).click()
    await page.getByRole('dialog').getByLabel('说明').fill('已电话核实')
    await page
      .getByRole('button', { name: '确 定' })
      .or(page.getByRole('button', { name: '确定' }))
      .click()
    await expect(page.getByText('已电话核实')).toBeVisible()
    await page.goto('/causes')
    await expect(page.getByText('同口径增速')).toBeVisible({ timeout: 20_000 })
    await page.goto('/warnings/rules')
    await expect(page.getByRole('row', { name: /企业产值下降/ })).toContainText('执行中')
  })
})
