import { defineConfig } from '@playwright/test'
import path from 'node:path'
import { plannerSession } from './accounts.ts'

const port = Number(process.env['JINGWEI_E2E_PORT'] ?? 8391)

/** The whole application as a user meets it: built pages, embedded database, demonstration data. */
export default defineConfig({
  testDir: '.',
  outputDir: path.join(import.meta.dirname, '../test-results/e2e'),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['JINGWEI_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'door', testMatch: '*.setup.ts' },
    // Who only looks does not disturb another.
    {
      name: 'pages',
      testMatch: 'every-page.spec.ts',
      dependencies: ['door'],
      fullyParallel: true,
      use: { storageState: plannerSession },
    },
    // Journeys share one server and its data; one after the other they stay readable.
    {
      name: 'journeys',
      testIgnore: 'every-page.spec.ts',
      dependencies: ['pages'],
      workers: 1,
      use: { storageState: plannerSession },
    },
  ],
  webServer: {
    command: `"${process.execPath}" e2e/serve.ts`,
    cwd: path.join(import.meta.dirname, '..'),
    url: `http://127.0.0.1:${port}/api/health`,
    env: { JINGWEI_PORT: String(port) },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
