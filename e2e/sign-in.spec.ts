import { expect } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'
import { choose } from './choice.ts'

test.use({ storageState: noSession })

test('a wrong password is told, the right one leads back to the wanted page', async ({ page }) => {
  await page.goto('/targets?group=category')
  await expect(page.getByRole('heading', { name: '登录', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'guihua' }).click()
  await page.getByLabel('密码', { exact: true }).fill('Qinglan-2025')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确')

  await page.getByRole('button', { name: 'guihua' }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '目标台账', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/\/targets\?group=category$/)

  await page.getByRole('button', { name: /账号$/ }).click()
  await page.getByText('退出登录').click()
  await expect(page.getByRole('heading', { name: '登录', level: 1 })).toBeVisible()
  await page.goto('/targets')
  await expect(page.getByRole('heading', { name: '登录', level: 1 })).toBeVisible()
})

test('signing in never leads to another site', async ({ page }) => {
  await page.goto('/sign-in?back=%2F%2Felsewhere.example%2Ftargets')
  await page.getByRole('button', { name: 'yunxing' }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '我的工作', level: 1 })).toBeVisible()
})

test('who guesses too often is told when to come again', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill('nobody')
  const alert = page.getByRole('alert')
  for (const guess of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    await page.getByLabel('密码', { exact: true }).fill(guess)
    const answer = page.waitForResponse('**/api/session')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await answer
  }
  await expect(alert).toContainText(/尝试次数过多，\d{2}:\d{2} 前不能登录/)
})

test('a reader sees a draft without the buttons of those who decide', async ({ page }) => {
  await signInAs(page, 'lingdao')
  await expect(page.getByRole('link', { name: '规划导入' })).toHaveCount(0)
  await page.goto('/drafts')
  await page.getByRole('link', { name: '（修订）' }).first().click()
  await expect(page.getByRole('link', { name: '与上一版对照' })).toBeVisible()
  await expect(page.getByRole('button', { name: '发布' })).toHaveCount(0)
})

test('an administrator grants a role; those that exclude it are refused in words', async ({
  page,
}) => {
  await signInAs(page, 'anquan')
  await page.getByRole('link', { name: '用户与授权' }).first().click()
  await expect(page.getByRole('heading', { name: '用户与授权', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: '管理 领导' }).click()
  const drawer = page.getByRole('dialog', { name: '领导' })
  await choose(drawer.getByRole('combobox', { name: '角色' }), '审计管理员')
  await drawer.getByRole('button', { name: '授予角色' }).click()
  await expect(drawer.getByRole('alert')).toContainText('不能与“领导”兼任')

  await choose(drawer.getByRole('combobox', { name: '角色' }), '运行科')
  await drawer.getByRole('button', { name: '授予角色' }).click()
  await expect(drawer.getByRole('listitem').filter({ hasText: '运行科' })).toBeVisible()
})

for (const width of [1440, 390]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 } })

    for (const path of ['/sign-in', '/invitation']) {
      test(`${path} is accessible and keeps its policy`, async ({ page }) => {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await accessibilityViolations(page)).toEqual([])
      })
    }

    test('the pages of an administrator are accessible and keep their policy', async ({ page }) => {
      await signInAs(page, 'anquan')
      for (const path of ['/users', '/roles']) {
        await page.goto(path)
        await expect(page.getByRole('table')).toBeVisible()
        expect(await accessibilityViolations(page)).toEqual([])
      }
    })
  })
}
