import { expect, type Locator, type Page } from '@playwright/test'
import { signInAs } from './accounts.ts'

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

/** Opens a page as somebody else. */
export async function openMatter(page: Page, login: string, path: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, login)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Chooses in a field that is searched; its list hangs at the end of the page. */
export async function choose(field: Locator, words: string): Promise<void> {
  await field.fill(words)
  const options = field.page().locator('.ant-select-item-option').filter({ visible: true })
  await options.filter({ hasText: words }).first().click()
}
