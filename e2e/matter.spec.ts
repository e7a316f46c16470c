import { expect } from '@playwright/test'
import path from 'node:path'
import { noSession, openAs, signInAs } from './accounts.ts'
import { choose } from './choice.ts'
import { goesFromSignedToClosed } from './matters.ts'
import { accessibilityViolations, test } from './pages.ts'

const sensorPlan = path.join(import.meta.dirname, 'fixtures/qinglan-sensors.md')

test.use({ storageState: noSession })

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
  await choose(dialog.getByLabel('牵头单位'), '区科技局', '区科技局')
  await dialog.getByLabel('办结时限').fill('2026-12-31')
  await dialog.getByRole('button', { name: /^确\s?定$/ }).click()
  await row.getByRole('link', { name: '已转事项' }).click()
  await expect(page.getByRole('heading', { name: '办理过程' })).toBeVisible()
  const { pathname } = new URL(page.url())

  await goesFromSignedToClosed(page, pathname)
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

test('a matter raised by hand is put on an agenda; what is decided becomes a matter', async ({
  page,
}, info) => {
  const title = `梳理停产企业名单 ${info.retry}-${Date.now()}`
  await signInAs(page, 'yunxing')
  await page.goto('/matters')
  await page.getByRole('button', { name: '新增事项' }).click()
  const raising = page.getByRole('dialog')
  await choose(raising.getByLabel('类别'), '企业诉求', '企业诉求')
  await raising.getByLabel('事项', { exact: true }).fill(title)
  await choose(raising.getByLabel('牵头单位'), '区经济信息委', '区经济信息委')
  await raising.getByRole('button', { name: /^提\s?出$/ }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()

  await page.goto('/meetings')
  await page.getByRole('button', { name: '筹备会议' }).click()
  const planning = page.getByRole('dialog')
  await planning.getByLabel('会议名称').fill(`调度会 ${title}`)
  await choose(planning.getByLabel('涉及事项'), title, title)
  await planning.getByRole('button', { name: '生成议程' }).click()
  await expect(page.getByLabel('议题名称')).toHaveValue(title)
  await page.getByLabel('出席').fill('区经济信息委、区财政局')
  await page.getByRole('button', { name: '增加议定事项' }).click()
  await page.getByLabel('议定内容').fill(`一企一策拿出方案 ${title}`)
  await choose(page.getByLabel('牵头单位'), '区财政局', '区财政局')
  await page.getByLabel('完成时限').fill('2030-12-31')
  await page.getByRole('button', { name: '结束会议' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束会议' }).click()
  const raised = page.getByRole('region', { name: '议定事项转办情况' })
  await expect(page.getByRole('link', { name: '下载纪要' })).toBeVisible()
  await raised.getByRole('link').click()
  await expect(page.getByText('来源：会议')).toBeVisible()
  await expect(page.getByText('牵头单位 区财政局')).toBeVisible()
})

test('a scheme is copied, changed, tried on the past and put in force', async ({ page }) => {
  await signInAs(page, 'yunxing')
  await page.goto('/matters/rules/schemes/policy-redemption?copy=true')
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('本地兑现时限')
  const condition = page.getByRole('textbox', { name: '在什么条件下' }).first()
  const before = await condition.inputValue()
  await condition.fill('没有这个名称 > 0')
  await page.getByLabel('修改理由').fill('按本地办法')
  const enforce = page.getByRole('button', { name: /^启\s?用$/ })
  await expect(enforce).toBeDisabled()
  await condition.fill(before)
  await page.getByRole('button', { name: /^试\s?行$/ }).click()
  await expect(page.getByText(/^推演 \d+ 件事项$/)).toBeVisible({ timeout: 20_000 })
  await enforce.click()
  await expect(page).toHaveURL(/schemes\/policy-redemption-\d+$/)
  await expect(page.getByText('执行中')).toBeVisible()
})

test('the region decides on a day of its own, and an address is told what happens', async ({
  page,
}) => {
  await signInAs(page, 'yunxing')
  await page.goto('/calendar?year=2031')
  const day = page.getByRole('button', { name: /2031-05-20/ })
  await day.click()
  await page.getByRole('dialog').getByText('本地休息').click()
  await page.getByRole('dialog').getByLabel('事由').fill('招商大会')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^保\s?存$/ })
    .click()
  await expect(day).toHaveAccessibleName(/2031-05-20 招商大会 休息 本地决定/)

  await page.goto('/webhooks')
  await page.getByRole('button', { name: '添加推送地址' }).click()
  const adding = page.getByRole('dialog')
  const url = `http://jingwei.invalid/hook-${Date.now()}`
  await adding.getByLabel('地址').fill(url)
  await adding.getByRole('button', { name: '添加推送地址' }).click()
  await expect(page.getByText('密钥只显示这一次')).toBeVisible()
  await page.getByRole('button', { name: '已保存' }).click()
  await page.getByRole('button', { name: `测试 ${url}` }).click()
  await expect(page.getByRole('dialog').getByText('测试推送')).toBeVisible()
})

test('a plan is published; a task of it becomes a matter, is signed, proved, returned, completed and closed', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'guihua')
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(sensorPlan)
  const row = page.getByRole('row', { name: path.basename(sensorPlan) }).first()
  await expect(row).toContainText('已读取', { timeout: 30_000 })
  await row.getByRole('link', { name: '校核' }).click()
  await expect(page.getByRole('region', { name: '读出的内容' })).toBeVisible()
  await page.getByRole('button', { name: '发布' }).click()
  const publishing = page.getByRole('dialog', { name: '发布规划' })
  await publishing.getByRole('radio', { name: '全部采纳' }).check()
  await publishing.getByRole('button', { name: '发布' }).click()
  await expect(page.getByText('规划科用户 发布')).toBeVisible()

  await openAs(page, 'yunxing', '/matters/duties')
  await choose(page.getByRole('combobox', { name: '规划' }), '青澜区传感元件产业培育行动方案')
  const task = page.getByRole('row').filter({ hasText: '建设传感器中试基地' })
  await expect(task).toContainText('区科技局')
  await task.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '交办所选 1 项' }).click()
  await task.getByRole('link', { name: '已是事项' }).click()
  await expect(page.getByText('来源：规划任务')).toBeVisible()
  await goesFromSignedToClosed(page, new URL(page.url()).pathname)
})
