import { problemText } from '#contract/texts/problem-texts.zh.ts'
import { dayInChina } from './clock.ts'
import type { App } from './app.ts'
import { type Config, configFrom } from './config.ts'
import { openDatabase } from './db/database.ts'
import { Failure } from './http/failure.ts'
import { demonstrationAccounts, demonstrationPassword } from './identity/demonstration-accounts.ts'
import { rotatingFile } from './operation/rotating-file.ts'
import { programVersion } from './version.ts'
import fs from 'node:fs'
import path from 'node:path'
import { type Logger, pino } from 'pino'

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function loggerOf({ log, dataFolder }: Config): Logger {
  switch (log) {
    case 'off':
      return pino({ level: 'silent' })
    case 'stdout':
      return pino()
    case 'file': {
      const file = path.join(dataFolder, 'logs', 'server.log')
      // Alone it would be taken for options, and the lines go to standard output.
      return pino({}, rotatingFile(file, { largest: 20 * 1024 * 1024, keep: 10 }))
    }
  }
}

/** Runs the program until it is told to stop. */
export async function start(): Promise<void> {
  const config = configFrom(process.env)
  say('正在启动经纬…… Starting Jingwei …')
  // Plans before publication and the log lie in it: for its owner alone.
  fs.mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  const logger = loggerOf(config)
  const version = programVersion()
  // The embedded engine starts in a thread of its own while the rest of the program is loaded.
  const opening = openDatabase(config.databaseUrl, {
    onRestart: (why) => logger.error({ why }, 'database-restarted'),
  })
  // Whether it failed is asked below.
  opening.catch(() => {})
  const { openApp } = await import('./app.ts')
  const app = await openApp({ ...config, opening, logger, version })
  const address = await app.http.listen({ port: config.port, host: config.host })
  say(`经纬已就绪 Jingwei is ready: ${address.replace('127.0.0.1', 'localhost')}`)
  sayWhoSignsIn(app, config)
  say('按 Ctrl+C 停止。')

  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    say('正在停止…… Stopping …')
    app.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function sayWhoSignsIn({ invitations }: App, { isDemonstration }: Config): void {
  if (isDemonstration) {
    const logins = demonstrationAccounts.map(({ login, name }) => `${login}（${name}）`)
    say(`演示账号，密码均为 ${demonstrationPassword}：${logins.join('、')}`)
    say('青澜区及其数据均为模拟数据。投入使用时设置 JINGWEI_DEMO=0 并换用空的数据文件夹。')
  }
  for (const { login, name, code, expiresAt } of invitations) {
    say(
      `${name}邀请码：账号 ${login}，邀请码 ${code}，${dayInChina(expiresAt)} 前有效，仅可使用一次`,
    )
  }
}

/** Says why the program cannot run, and ends it. */
export function fail(error: unknown): never {
  process.stderr.write(`${wordsFor(error)}\n`)
  process.exit(2)
}

/** One line `CODE: Chinese message`; a bug shows its stack. */
function wordsFor(error: unknown): string {
  if (error instanceof Failure) return `${error.problem.code}: ${problemText(error.problem)}`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const problem = { code: 'port-in-use', title: error.message }
    return `${problem.code}: ${problemText(problem)}`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
