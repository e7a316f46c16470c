import { expect } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { accessibilityViolations, test } from './pages.ts'
import { choose } from './choice.ts'

test.use({ storageState: noSession })

test('a list of projects is looked at, taken in, and one of them linked with a target', async ({
  page,
}, info) => {
  await signInAs(page, 'yunxing')
  await page.goto('/projects')
  await expect(page.getByRole('link', { name: '可降解材料改性项目' })).toBeVisible()
  await page.getByRole('link', { name: '导入项目清单' }).click()
  const [right, doubted] = [`澜测轴承${info.retry}项目`, `澜测齿轮${info.retry}项目`]
  const rows = [
    '项目名称,所在地,总投资（亿元）,2026年计划投资,阶段',
    `${right},青澜高新技术产业园,2.5,9000,在建`,
    `${doubted},天边园,1.2,,储备`,
  ].join('\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
  await expect(page.getByText('没有园区或镇街“天边园”，未采用')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: `写入：${doubted}` })).not.toBeChecked()
  expect(await accessibilityViolations(page)).toEqual([])
  await page.getByRole('button', { name: '写入', exact: true }).click()
  await expect(page.getByText('已导入：新增 1 个，更新 0 个。')).toBeVisible()

  await page.goto(`/projects?text=${encodeURIComponent(right)}`)
  await page.getByRole('link', { name: right, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: right })).toBeVisible()
  await expect(page.getByText('还没有投资数据')).toBeVisible()
  await page.getByLabel('截至某日所知').fill('2020-01-01')
  await expect(page.getByText('到这一天为止还没有登记这个项目')).toBeVisible()
  await page.getByRole('button', { name: '回到今天' }).click()
  await expect(page.getByRole('heading', { level: 1, name: right })).toBeVisible()
  const choice = page.getByRole('combobox', { name: '输入名称，选择要关联的目标、任务或事项' })
  await choose(choice, /^目标　工业投资$/, '工业投资')
  const links = page.getByRole('region', { name: '关联的目标、任务和事项' })
  await expect(links.getByRole('link', { name: '工业投资', exact: true })).toBeVisible()
})
