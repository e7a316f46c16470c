import { expect } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { importPlan, test } from './pages.ts'

test('a target is found by initials from any page, by keyboard alone', async ({ page }) => {
  await page.goto('/drafts')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('/')
  const field = page.getByRole('textbox', { name: '检索' })
  await expect(field).toBeFocused()
  await page.keyboard.type('gyzcz')
  const targets = page.getByRole('region', { name: /^目标/ })
  await expect(targets.getByRole('link').first()).toContainText('工业总产值')
  await page.keyboard.press('ArrowDown')
  await expect(targets.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/targets\?/)
  await expect(page.getByRole('dialog')).toContainText('工业总产值')
})

test('all results stand on a page of their own, and what is not there is said', async ({
  page,
}) => {
  await page.goto('/plans')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: '检索' })).toBeFocused()
  await page.keyboard.type('制造业')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '检索', level: 1 })).toBeVisible()
  await expect(page.getByRole('list', { name: '规划' }).getByRole('link').first()).toBeVisible()
  await page.getByRole('searchbox', { name: '检索' }).fill('没有的词语')
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有找到“没有的词语”')).toBeVisible()
})

test('whoever imports a plan is told when it is read, and goes there from the bell', async ({
  page,
}, info) => {
  await importPlan(page, info)
  await page.getByRole('link', { name: '我的工作' }).click()
  await expect(page.getByRole('heading', { name: '规划草稿待校核' })).toBeVisible()
  const bell = page.getByRole('button', { name: /^通知，\d+ 条未读$/ })
  await bell.click()
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await expect(page.getByRole('button', { name: '全部标为已读' })).toBeDisabled()
  const told = page.getByRole('dialog').getByRole('link', { name: /xilin-plan.*已读取/ })
  await told.first().click()
  await expect(page).toHaveURL(/\/drafts\//)
  await expect(page.getByRole('button', { name: '通知，没有未读' })).toBeVisible()
})

test('a kind of notification is switched off', async ({ page }) => {
  await page.goto('/notifications')
  await page.getByRole('button', { name: '接收设置' }).click()
  const kind = page.getByRole('switch', { name: '规划发布' })
  await expect(kind).toBeChecked()
  await kind.click()
  await expect(kind).not.toBeChecked()
  await kind.click()
  await expect(kind).toBeChecked()
  await expect(page.getByRole('switch', { name: '授予本人角色' })).toBeDisabled()
})

test('help is at hand: the keys, the manual offline, a word that explains itself', async ({
  page,
}) => {
  await page.goto('/drafts')
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '存疑' }).click()
  await expect(page.getByText('需要人看一眼')).toBeVisible()
  await page.getByRole('link', { name: '全部术语' }).click()
  await expect(page.getByRole('heading', { name: '术语', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: '打开使用手册' }).click()
  await page.getByRole('link', { name: '校核', exact: true }).click()
  const picture = page.getByRole('img', { name: /^校核页/ })
  await expect(picture).toBeVisible()
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
})

test.describe('others than planners', () => {
  test.use({ storageState: noSession })

  for (const login of ['yunxing', 'yuanqu', 'xitong', 'shenji']) {
    test(`${login} begins at what waits for them`, async ({ page }) => {
      await signInAs(page, login)
      await expect(page.getByRole('heading', { name: '我的工作', level: 1 })).toBeVisible()
      await expect(page.getByRole('navigation', { name: '常用页面' })).toBeVisible()
    })
  }
})
