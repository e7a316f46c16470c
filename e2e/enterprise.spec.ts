import { usccOf } from '#core/enterprise/uscc.ts'
import { expect, type Page } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'

test.use({ storageState: noSession })

const largest = '澜甲装备股份有限公司'

/** A code no enterprise of the demonstration has, another for each number. */
function code(number: number): string {
  return usccOf('999901', `ME${String(number).padStart(6, '0')}`)
}

async function openEnterprise(page: Page, text: string, name: string): Promise<void> {
  await page.goto(`/enterprises?text=${encodeURIComponent(text)}`)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function addEnterprise(page: Page, name: string, uscc: string): Promise<void> {
  await page.goto('/enterprises')
  await page.getByRole('button', { name: '新增企业' }).click()
  const form = page.getByRole('dialog', { name: '新增企业' })
  await form.getByLabel('企业名称').fill(name)
  await form.getByLabel('统一社会信用代码').fill(uscc)
  await form.getByLabel('理由或依据').fill('现场核实')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('an analyst finds an enterprise by initials and reads its months', async ({ page }) => {
  await signInAs(page, 'yunxing')
  await page.getByRole('link', { name: '企业名录' }).first().click()
  await page.getByRole('searchbox', { name: '名称、曾用名' }).fill('ljzb')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: largest }).click()
  await expect(page.getByRole('heading', { level: 1, name: largest })).toBeVisible()
  const months = page.getByRole('region', { name: '历月数据' })
  // The figures of the demonstration become known while the journey is on its way.
  await expect(async () => {
    await page.reload()
    await expect(months.getByRole('row', { name: /2026年10月/ })).toContainText('%', {
      timeout: 2000,
    })
  }).toPass({ timeout: 45_000 })
  expect(await accessibilityViolations(page)).toEqual([])
})

test('a wrong code is told while it is typed, a right one is taken', async ({ page }, info) => {
  await signInAs(page, 'yunxing')
  await page.goto('/enterprises')
  await page.getByRole('button', { name: '新增企业' }).click()
  const form = page.getByRole('dialog', { name: '新增企业' })
  const right = code(info.retry * 100 + 1)
  await form.getByLabel('统一社会信用代码').fill(`${right.slice(0, 16)}00`)
  await expect(form.getByText('校验码不符，可能抄错一位')).toBeVisible()
  await form.getByLabel('统一社会信用代码').fill(right)
  await expect(form.getByText('校验码不符，可能抄错一位')).toHaveCount(0)

  // What its products make of it: more than the whole is refused, the strategic ones give its share.
  const name = `澜品${info.retry}传感器有限公司`
  await form.getByLabel('企业名称').fill(name)
  const products = form.getByRole('region', { name: '产品占比' })
  for (const [index, [product, share]] of [
    ['传感器', '40'],
    ['外壳', '70'],
  ].entries()) {
    await products.getByRole('button', { name: '添加产品' }).click()
    await products
      .getByLabel('产品', { exact: true })
      .nth(index)
      .fill(product ?? '')
    await products
      .getByLabel('产品占企业产值的比重')
      .nth(index)
      .fill(share ?? '')
    await products.getByLabel('起', { exact: true }).nth(index).fill('2026-01')
  }
  await products.getByLabel('战新等标签').first().click()
  await page.locator('.ant-select-item-option').filter({ hasText: '战略性新兴产业' }).click()
  await form.getByLabel('理由或依据').fill('产品目录核定')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('2026-01 各产品占比合计超过 100%')).toBeVisible()
  await products.getByLabel('产品占企业产值的比重').nth(1).fill('60')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('region', { name: '产品占比' })).toContainText('传感器')
  await expect(page.getByText('依据：传感器')).toBeVisible()
})

test('two enterprises are merged, and that is taken back', async ({ page }, info) => {
  await signInAs(page, 'yunxing')
  const [one, into] = [`澜合${info.retry}一厂`, `澜合${info.retry}二厂`]
  await addEnterprise(page, one, code(info.retry * 100 + 2))
  await addEnterprise(page, into, code(info.retry * 100 + 3))
  await openEnterprise(page, one, one)
  await page.getByRole('button', { name: '并入其他企业' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('并入', { exact: true }).fill(into)
  await page.getByRole('option', { name: into }).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await dialog.getByLabel('最后一天').fill('2026-06-30')
  await dialog.getByLabel('理由或依据').fill('吸收合并')
  await dialog.getByRole('button', { name: '并入其他企业' }).click()
  await expect(page.getByText('已并入（2026-06-30）')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: into }).click()
  await expect(page.getByText(one).first()).toBeVisible()

  await openEnterprise(page, one, into)
  await page.goto(`/enterprises?state=all&text=${encodeURIComponent(one)}`)
  await page.getByRole('link', { name: one, exact: true }).click()
  await page.getByRole('button', { name: '恢复' }).click()
  await page.getByRole('dialog').getByLabel('理由或依据').fill('误操作')
  await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click()
  await expect(page.getByRole('button', { name: '并入其他企业' })).toBeVisible()
  await expect(page.getByText('理由：误操作')).toBeVisible()
})

test('a list is taken in only when each row that asks is decided', async ({ page }, info) => {
  await signInAs(page, 'yunxing')
  const known = `澜录${info.retry}食品有限公司`
  await addEnterprise(page, known, code(info.retry * 100 + 4))
  await page.goto('/enterprises')
  await page.getByRole('link', { name: '导入名录' }).click()
  const rows = [
    '企业名称,统一社会信用代码,主要产品',
    `澜录${info.retry}食品股份有限公司,,果汁`,
    `澜新${info.retry}零件厂,${code(info.retry * 100 + 5)},齿轮`,
  ].join('\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
  const take = page.getByRole('button', { name: '写入名录' })
  await expect(take).toBeDisabled()
  expect(await accessibilityViolations(page)).toEqual([])
  await page.getByLabel(/食品股份有限公司的处理方式/).click()
  await page.getByText(`就是“${known}”（名称相近）`).click()
  await expect(page.getByText(/将更新：名称/)).toBeVisible()
  await take.click()
  await expect(page.getByText('已导入：新增 1 家，更新 1 家，未导入 0 家。')).toBeVisible()
  await openEnterprise(page, known, `澜录${info.retry}食品股份有限公司`)
  // The former name stands among the facts, and again in what was changed.
  await expect(page.getByRole('definition').getByText(known, { exact: true })).toBeVisible()
})

test('a park sees its own enterprises, without the buttons of those who keep the registry', async ({
  page,
}) => {
  await signInAs(page, 'yuanqu')
  await page.goto('/enterprises')
  await expect(page.getByText(/家，其中规上/)).toBeVisible()
  await expect(page.getByRole('button', { name: '新增企业' })).toHaveCount(0)
  const places = page.getByRole('row').filter({ hasText: '澜江先进材料园' })
  await expect(places).toHaveCount(0)
  expect(await accessibilityViolations(page)).toEqual([])
})
