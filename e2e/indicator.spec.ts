import { expect, type Page } from '@playwright/test'
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

test('a table is turned, opens again by its address, is taken out as it is seen and leads to sources', async ({
  page,
}) => {
  await withFigures(page)
  await page.goto('/figures')
  const table = page.getByRole('region', { name: '数据表' })
  const row = table.getByRole('row', { name: /工业总产值（千元）/ })
  await expect(row.getByRole('link').first()).toHaveText(/^[\d,]+$/)
  const figure = (await row.getByRole('link').first().textContent()) ?? ''

  await page.getByRole('button', { name: '行列互换' }).click()
  const first = table.getByRole('row', { name: /2026年1-2月/ })
  await expect(first.getByRole('link').first()).toHaveText(figure)
  await page.reload()
  await expect(first.getByRole('link').first()).toHaveText(figure)

  const csv = page.getByRole('link', { name: '下载 CSV' })
  const file = await page.request.get((await csv.getAttribute('href')) ?? '')
  const [, , line = ''] = (await file.text()).split('\r\n')
  expect(line).toMatch(new RegExp(`^2026年1-2月,${figure.replaceAll(',', '')}(?:\\.|,)`))

  await first.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: '这个数哪来的' })).toBeVisible()
  await page.getByLabel('截至某日所知').fill('2026-09-01')
  await expect(page.getByText('截至 2026-09-01 所知')).toBeVisible()
  await page.getByRole('button', { name: '回到今天' }).click()
  await expect(page).not.toHaveURL(/asOf/)
})

test('a formula is refused at its place, gives a value at once, and becomes an indicator', async ({
  page,
}, info) => {
  await withFigures(page)
  await page.goto('/formulas')
  const formula = page.getByRole('textbox', { name: '公式', exact: true })
  await formula.fill('利润总额 + 工业用电量')
  await expect(formula).toHaveAttribute('aria-invalid', 'true')
  await formula.fill('')
  await formula.pressSequentially('lrze')
  await page
    .getByRole('option', { name: /利润总额/ })
    .first()
    .click()
  await expect(formula).toHaveValue('利润总额')
  await formula.fill('利润总额 / 营业收入')
  await page.goto('/indicators')
  await expect(page.getByRole('heading', { level: 1, name: '指标库' })).toBeVisible()
  await page.goto('/formulas')
  await expect(page.getByText('已恢复上次未保存的修改')).toBeVisible()
  await expect(formula).toHaveValue('利润总额 / 营业收入')
  await expect(formula).toHaveAttribute('aria-invalid', 'false')
  await expect(page.getByRole('heading', { name: '计算过程' })).toBeVisible()

  const name = `试验利润率${info.retry}`
  await page.getByLabel('名称', { exact: true }).fill(name)
  await page.getByLabel('代码', { exact: true }).fill(`trial-margin-${info.retry}`)
  await page.getByLabel('英文名').fill(`Trial margin ${info.retry}`)
  await page.getByLabel('修改理由').fill('本区考核用')
  expect(await accessibilityViolations(page)).toEqual([])
  await page.getByRole('button', { name: '建立指标' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('本区考核用')).toBeVisible()
  await expect(page.getByRole('region', { name: '各期数据' }).getByRole('row')).not.toHaveCount(1)
})
