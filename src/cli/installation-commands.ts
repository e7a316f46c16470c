import type { VerificationCheck } from '#contract/installation.ts'
import {
  backupTo,
  migrateStored,
  restoreFrom,
  tryMigrationsOnStored,
  verifyStored,
} from './installation.ts'
import { print, printJson } from './print.ts'

/** Says whether what is stored hangs together; exit code 1 where it does not. */
export async function verifyCommand({ json = false }: { json?: boolean }): Promise<void> {
  const verification = await verifyStored()
  if (json) printJson(verification)
  else print(`${verification.checks.map(lineOf).join('\n')}\n`)
  if (!verification.isSound) process.exitCode = 1
}

export async function backupCommand(file: string): Promise<void> {
  await backupTo(file)
  console.error(`已备份到 ${file}`)
}

export async function restoreCommand(file: string): Promise<void> {
  await restoreFrom(file)
  console.error(`已从 ${file} 恢复`)
}

/** Brings the database up to this version of the program, or only tries to and says what that would run. */
export async function migrateCommand({ dryRun = false }: { dryRun?: boolean }): Promise<void> {
  if (!dryRun) {
    const done = await migrateStored()
    print(done.length === 0 ? '数据库已是本版本的结构。\n' : `已升级：${done.join('、')}\n`)
    return
  }
  const pending = await tryMigrationsOnStored()
  for (const { name, statements } of pending) {
    print(`-- ${name}\n${statements.map((statement) => `${statement};\n`).join('')}\n`)
  }
  console.error(
    pending.length === 0
      ? '数据库已是本版本的结构，没有要升级的。'
      : `试运行通过，已全部撤销：${pending.length}项待升级。`,
  )
}

const names: Readonly<Record<VerificationCheck['name'], string>> = {
  'log-chain': '操作日志哈希链',
  'log-checkpoints': '日志签名',
  files: '文件',
  orphans: '孤立记录',
  'search-index': '检索索引',
  'kept-sums': '汇总数',
}

const problems: Readonly<Record<string, string>> = {
  'entry-changed': '日志被改动',
  'entry-missing': '日志缺失',
  'head-differs': '日志末尾与记录不符',
  'checkpoint-differs': '签名与日志不符',
  'file-missing': '文件缺失',
  'file-changed': '文件内容被改动',
  'owner-missing': '所属记录缺失',
  'sum-differs': '汇总数与明细不符',
  'search-missing': '检索不到',
  'search-outdated': '检索内容已过时',
  'search-superfluous': '检索到已不存在的内容',
}

function lineOf({ name, checked, problems: found }: VerificationCheck): string {
  if (found.length === 0) return `${names[name]}：完好（${checked}）`
  const list = found.map(({ code, about }) => `${problems[code] ?? code} ${about}`)
  return `${names[name]}：${found.length}处有问题：${list.slice(0, 10).join('；')}`
}
