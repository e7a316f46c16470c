import { expect, type Page } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'
import { choose } from './choice.ts'

test.use({ storageState: noSession })

async function openUnits(page: Page, login = 'guihua'): Promise<void> {
  await signInAs(page, login)
  await page.goto('/organisations')
  await expect(page.getByRole('heading', { name: '单位', level: 1 })).toBeVisible()
}

function unit(page: Page, name: string) {
  return page.getByRole('button', { name: `查看${name}`, exact: true })
}

test('a unit is renamed with a reason, and is called as before on the days before', async ({
  page,
}) => {
  await openUnits(page)
  await unit(page, '区招商投资局').click()
  const drawer = page.getByRole('dialog', { name: '区招商投资局' })
  await drawer.getByRole('button', { name: '更名' }).click()
  const dialog = page.getByRole('dialog', { name: '更名：区招商投资局' })
  await dialog.getByLabel('新名称').fill('区投资促进局')
  await dialog.getByLabel('自哪天起').fill('2026-03-01')
  await dialog.getByRole('button', { name: '更名' }).click()
  await expect(dialog.getByText('请写明理由或依据')).toBeVisible()
  await dialog.getByLabel('理由或依据').fill('某编发〔2026〕3号')
  await dialog.getByRole('button', { name: '更名' }).click()
  const renamed = page.getByRole('dialog', { name: '区投资促进局' })
  await expect(renamed.getByText('理由：某编发〔2026〕3号')).toBeVisible()
  await renamed.getByRole('button', { name: '关闭' }).click()

  await page.getByLabel('查看日期').fill('2026-02-28')
  await expect(unit(page, '区招商投资局')).toBeVisible()
  await page.getByRole('button', { name: '今天' }).click()
  await expect(unit(page, '区投资促进局')).toBeVisible()
})

test('what stands in the way of a merger is told, and one without is done', async ({ page }) => {
  await openUnits(page)
  await unit(page, '区水务局').click()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByLabel('最后一天').fill('2010-01-01')
  await page.getByLabel('理由或依据').fill('机构改革')
  const abolish = page.getByRole('dialog', { name: '撤销：区水务局' })
  await abolish.getByRole('button', { name: '撤销' }).click()
  await expect(abolish.getByRole('alert')).toContainText('日期早于该单位成立之日')
  await abolish.getByRole('button', { name: '取消' }).click()

  await page.getByRole('button', { name: '并入其他单位' }).click()
  const merge = page.getByRole('dialog', { name: '并入其他单位：区水务局' })
  await choose(merge.getByRole('combobox', { name: '并入' }), '区农业农村局', '农业农村')
  await merge.getByLabel('自哪天起').fill('2026-01-01')
  await merge.getByLabel('理由或依据').fill('机构改革')
  await merge.getByRole('button', { name: '并入其他单位' }).click()
  const drawer = page.getByRole('dialog', { name: '区水务局' })
  await expect(drawer.getByText('已并入区农业农村局')).toBeVisible()
  await drawer.getByRole('button', { name: '关闭' }).click()
  await expect(unit(page, '区水务局')).toHaveCount(0)
  await page.getByRole('checkbox', { name: '含已撤销的单位' }).check()
  await expect(page.getByRole('row', { name: '区水务局' })).toContainText('已撤销')
})

test('a unit is found by a name of former days', async ({ page }) => {
  await openUnits(page, 'lingdao')
  await page.getByLabel('按名称、别名、曾用名或代码查找').fill('环保')
  await expect(unit(page, '区生态环境局')).toBeVisible()
  await expect(unit(page, '区财政局')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '新增单位' })).toHaveCount(0)
})

test('an enterprise sees itself and nobody else', async ({ page }) => {
  await openUnits(page, 'qiye')
  await expect(unit(page, '澜甲装备股份有限公司')).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('a role is limited to a unit where it must be', async ({ page }) => {
  await signInAs(page, 'anquan')
  await page.goto('/users')
  await page.getByRole('button', { name: '管理 招商用户' }).click()
  const drawer = page.getByRole('dialog', { name: '招商用户' })
  await choose(drawer.getByRole('combobox', { name: '角色' }), '园区管委会、镇街')
  await choose(drawer.getByRole('combobox', { name: '地区' }), '青澜区')
  await choose(drawer.getByRole('combobox', { name: '单位' }), '云溪镇', '云溪镇')
  await drawer.getByRole('button', { name: '授予角色' }).click()
  const given = drawer.getByRole('listitem').filter({ hasText: '园区管委会、镇街' })
  await expect(given).toContainText('云溪镇')
})

for (const width of [1440, 390]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('the units, one of them and its dialogs are accessible and keep the policy', async ({
      page,
    }) => {
      await openUnits(page)
      expect(await accessibilityViolations(page)).toEqual([])
      await unit(page, '区发展改革委').click()
      await expect(page.getByText('随系统预置，尚无变更。')).toBeVisible()
      expect(await accessibilityViolations(page)).toEqual([])
      await page.getByRole('button', { name: '修改类型和别名' }).click()
      await expect(page.getByLabel('别名', { exact: true })).toBeVisible()
      expect(await accessibilityViolations(page)).toEqual([])
    })
  })
}
