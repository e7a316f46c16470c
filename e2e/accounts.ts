import { expect, type Page } from '@playwright/test'
import path from 'node:path'

/** The session of the planner, in whose name the journeys are made. */
export const plannerSession = path.join(import.meta.dirname, '../test-results/planner-session.json')

/** Where nobody is signed in. */
export const noSession = { cookies: [], origins: [] }

/** Fills in a demonstration account at the door and enters. */
export async function signInAs(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: login }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Opens a page as somebody else. */
export async function openAs(page: Page, login: string, path: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, login)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
