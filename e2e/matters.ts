import { expect, type Page } from '@playwright/test'
import { openAs } from './accounts.ts'

/** Does an action of the workflow on the open matter, saying `words`. */
export async function act(
  page: Page,
  action: string,
  words?: string,
  progress?: string,
): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (words !== undefined) await dialog.getByLabel('说明').fill(words)
  if (progress !== undefined) await dialog.getByLabel('进度（%）').fill(progress)
  await dialog.getByRole('button', { name: /^确\s?定$/ }).click()
  await expect(dialog).toBeHidden()
}

/**
 * A matter led by 区科技局 goes its whole way: it is signed, reported on with evidence, returned once,
 * completed and closed.
 */
export async function goesFromSignedToClosed(page: Page, pathname: string): Promise<void> {
  await openAs(page, 'zeren', pathname)
  await act(page, '签收')
  await act(page, '报告进展', '正在办理', '60')
  await page.getByLabel('文字说明').fill('现场记录：已按要求办理')
  await page.getByLabel('文字说明').press('Enter')
  await expect(page.getByText('现场记录：已按要求办理').first()).toBeVisible()
  await act(page, '申请办结', '已经办好')

  await openAs(page, 'yunxing', pathname)
  await act(page, '退回', '请补充佐证')

  await openAs(page, 'zeren', pathname)
  await expect(page.getByText('请补充佐证').first()).toBeVisible()
  await act(page, '申请办结', '佐证已补充')

  await openAs(page, 'yunxing', pathname)
  await act(page, '同意办结', '情况属实')
  await act(page, '销号')
  await expect(page.getByRole('main').getByText('销号').first()).toBeVisible()
}
