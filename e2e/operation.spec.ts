import { expect } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'

test.use({ storageState: noSession })

for (const width of [1440, 390]) {
  test(`the system administrator sees what the program does by itself, at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await signInAs(page, '系统管理员')
    await page.goto('/jobs')
    const verification = page.getByRole('row', { name: /^每日核验/ })
    await expect(verification).toContainText('每日 03:00')
    expect(await accessibilityViolations(page)).toEqual([])
    await verification.getByRole('button', { name: '立即执行：每日核验' }).click()
    await expect(page.getByText('已排入队列，已记入日志。')).toBeVisible()
    await page.goto('/settings')
    await expect(page.getByRole('row', { name: /JINGWEI_S3_SECRET/ })).toContainText('无（默认）')
    expect(await accessibilityViolations(page)).toEqual([])
  })

  test(`the audit administrator finds an entry and takes the log away, at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await signInAs(page, '审计管理员')
    await page.goto('/log')
    await page.getByRole('searchbox', { name: '人员姓名' }).fill('审计管理员')
    await page.getByRole('searchbox', { name: '人员姓名' }).press('Enter')
    await expect(page).toHaveURL(/person=/)
    const first = page.getByRole('row', { name: /登录/ }).first()
    await expect(first).toContainText('127.0.0.1')
    expect(await accessibilityViolations(page)).toEqual([])
    await first.getByRole('button', { name: /^查看第/ }).click()
    const entry = page.getByRole('dialog', { name: /^第 \d+ 条$/ })
    await expect(entry.getByRole('row', { name: /浏览器/ })).toBeVisible()
    expect(await accessibilityViolations(page)).toEqual([])
    await entry.getByRole('button', { name: '关闭' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 Excel' }).click()
    expect((await download).suggestedFilename()).toMatch(/^操作日志-.*\.xlsx$/)
    await page.getByRole('button', { name: /清除筛选/ }).click()
    await expect(page.getByRole('row', { name: /导出操作日志/ }).first()).toBeVisible()
  })
}
