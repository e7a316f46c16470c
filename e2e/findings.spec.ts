import { expect, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { importPlan, test } from './pages.ts'

test.beforeEach(async ({ page }, info) => {
  await importPlan(page, info)
  await page.getByRole('link', { name: /错误/ }).first().click()
  await expect(page.getByRole('heading', { name: '体检结果', level: 1 })).toBeVisible()
})

function growthFinding(page: Page) {
  return page.getByRole('article').filter({ hasText: '13.4%' })
}

test('a finding shows its arithmetic and is dismissed only with a reason', async ({ page }) => {
  const finding = growthFinding(page)
  await expect(finding).toContainText('(115 ÷ 70)^(1/5) − 1 = 10.44%')
  await finding.getByRole('button', { name: '不是问题' }).click()
  const dialog = page.getByRole('dialog', { name: '标记为不是问题' })
  await dialog.getByRole('button', { name: '不是问题' }).click()
  await expect(dialog.getByText('请写明理由')).toBeVisible()
  await dialog.getByLabel('理由').fill('按可比价计算')
  await dialog.getByRole('button', { name: '不是问题' }).click()
  await expect(dialog).toBeHidden()

  await page.goto(`${page.url().split('?')[0] ?? ''}?status=dismissed`)
  await expect(growthFinding(page)).toContainText('规划科用户：按可比价计算')
})

test('a finding is kept as known, and opened again', async ({ page }) => {
  await growthFinding(page).getByRole('button', { name: '已知悉' }).click()
  await expect(growthFinding(page)).toBeHidden()
  await page.goto(`${page.url().split('?')[0] ?? ''}?status=known`)
  await growthFinding(page).getByRole('button', { name: '重新打开' }).click()
  await expect(growthFinding(page)).toBeHidden()
})

test('the red-penned copy opens in LibreOffice with its comments', async ({ page }, info) => {
  const count = await page.getByRole('article').count()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载红笔稿' }).click(),
  ])
  const file = info.outputPath('redpen.docx')
  await download.saveAs(file)
  const folder = path.dirname(file)
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, file])
  const opened = readFileSync(path.join(folder, 'redpen.fodt'), 'utf8')
  expect(opened.match(/<office:annotation /g)?.length).toBeGreaterThanOrEqual(count)
  expect(opened).toContain('算式：(115 ÷ 70)^(1/5) − 1 = 10.44%')
})
