import { test } from '@playwright/test'
import { plannerSession, signInAs } from './accounts.ts'

test('the planner signs in', async ({ page }) => {
  await signInAs(page, 'guihua')
  await page.context().storageState({ path: plannerSession })
})
