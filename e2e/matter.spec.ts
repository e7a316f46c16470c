import { expect, type Page } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'

test.use(noSession)

/** Does an action of the workflow on the open matter, saying `words`. */
async function act(page: Page, action: string, words?: string, progress?: string): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (words !== undefined) await dialog.getByLabel('说明').fill(words)
  if (progress !== undefined) await dialog.getByLabel('进度（%）').fill(progress)
  await dialog.getByRole('button', { name: /^确\s?定$/ }).click()
  await expect(dialog).toBeHidden()
}

async function openMatter(page: Page, login: string, path: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, login)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

test('a warning becomes a duty, is signed, proved, returned, completed and closed', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'yunxing')
  await expect(async () => {
    await page.goto('/warnings')
    await page.getByRole('button', { name: /重新扫描 2026年10月/ }).click({ timeout: 3000 })
    await expect(page.getByRole('button', { name: '转为事项' }).first()).toBeVisible({
      timeout: 5000,
    })
  }).toPass({ timeout: 90_000 })
  const open = page.getByRole('row').filter({ hasText: '转为事项' }).last()
  const key = await open.getAttribute('data-row-key')
  const row = page.locator(`[data-row-key="${key}"]`)
  await row.getByRole('button', { name: '转为事项' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('牵头单位').fill('区科技局')
  await page.getByTitle('区科技局').click()
  await dialog.getByLabel('办结时限').fill('2026-12-31')
  await dialog.getByRole('button', { name: /^确\s?定$/ }).click()
  await row.getByRole('link', { name: '已转事项' }).click()
  await expect(page.getByRole('heading', { name: '办理过程' })).toBeVisible()
  const { pathname } = new URL(page.url())

  await openMatter(page, 'zeren', pathname)
  await act(page, '签收')
  await act(page, '报告进展', '已到企业了解情况', '60')
  await page.getByLabel('文字说明').fill('走访记录：订单已恢复')
  await page.getByLabel('文字说明').press('Enter')
  await expect(page.getByText('走访记录：订单已恢复').first()).toBeVisible()
  await act(page, '申请办结', '企业已恢复生产')

  await openMatter(page, 'yunxing', pathname)
  await act(page, '退回', '请补充用电情况')

  await openMatter(page, 'zeren', pathname)
  await expect(page.getByText('请补充用电情况').first()).toBeVisible()
  await act(page, '申请办结', '用电量已恢复到常年水平')

  await openMatter(page, 'yunxing', pathname)
  await act(page, '同意办结', '情况属实')
  await act(page, '销号')
  await expect(page.getByRole('main').getByText('销号').first()).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
})

test('the tasks of a plan stand ready to be handed out, those that are matters lead there', async ({
  page,
}) => {
  await signInAs(page, 'guihua')
  await page.goto('/matters/duties')
  const table = page.getByRole('table')
  await expect(table.getByRole('link', { name: '已是事项' }).first()).toBeVisible()
  await table.getByRole('link', { name: '已是事项' }).first().click()
  await expect(page.getByText('来源：规划任务')).toBeVisible()
  await page.goto('/matters?show=board')
  await expect(page.getByRole('heading', { name: /^办理 \d+$/ })).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
})
