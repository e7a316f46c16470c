import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { ensureDependencies } from './lib/dependencies.mjs'
import { inRoot } from './lib/paths.mjs'
import { main, say } from './lib/say.mjs'
import { ensureTestGround, findChromium } from './lib/system.mjs'
import { sumOf, tally, tallyOfPlaywright, tallyOfVitest } from './lib/tally.mjs'
import { checks, runTool } from './lib/tools.mjs'
import { ensureWeb } from './lib/web.mjs'

const results = inRoot('test-results')
const vitestReport = inRoot('test-results', 'vitest.json')
const playwrightReport = inRoot('test-results', 'playwright.json')

await main(async () => {
  await ensureDependencies()
  const missing = await ensureTestGround()
  rmSync(results, { recursive: true, force: true })

  const tallies = [
    tally(
      0,
      missing.map((name) => `not testable without ${name}`),
    ),
  ]
  for (const { name, tool, args } of checks) {
    tallies.push(await timed(name, async () => ofCheck(name, await runTool(tool, args))))
  }
  tallies.push(await timed('vitest', unitTests))
  tallies.push(await timed('web', webBuild))
  if (findChromium()) tallies.push(await timed('e2e', journeys))

  return conclude(sumOf(tallies))
})

async function unitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  return tallyOfVitest(vitestReport, await runTool('vitest', ['run', ...reporters]))
}

async function webBuild() {
  try {
    await ensureWeb()
    return ofCheck('web', 0)
  } catch {
    return ofCheck('web', 1)
  }
}

async function journeys() {
  const env = {
    JINGWEI_CHROMIUM: findChromium(),
    JINGWEI_E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  }
  const args = ['test', '--config', inRoot('e2e/playwright.config.ts'), '--reporter=list,json']
  return tallyOfPlaywright(playwrightReport, await runTool('playwright', args, { env }))
}

/** A port nobody listens on, so that tests of two checkouts can run side by side. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function ofCheck(name, code) {
  return code === 0 ? tally(1) : tally(0, [name])
}

async function timed(name, step) {
  say(`正在检查 ${name}……`, `Running ${name} …`)
  const started = Date.now()
  const result = await step()
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const verdict = result.failed.length === 0 ? '通过 passed' : '未通过 failed'
  say(
    `${name}：${verdict}（${seconds} 秒）`,
    `${result.passed} passed, ${result.failed.length} failed`,
  )
  return result
}

/** Lists what did not pass and ends with the one line others read. */
function conclude({ passed, failed, skipped }) {
  for (const name of failed) console.log(`failed: ${name}`)
  for (const name of skipped) console.log(`skipped: ${name}`)
  if (skipped.length > 0) {
    console.log('Skipped tests need material or programs that are not on this machine.')
  }
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
  console.log(`${passed} passed, ${failed.length} failed${tail}`)
  return failed.length === 0 ? 0 : 1
}
