import type { DemoOptions } from './demo.ts'
import { Command } from 'commander'

/**
 * All commands of `jingwei`. What a command needs is loaded when it runs, so that each starts
 * quickly; `docs/guide/command-line.md` describes them for users.
 */
export function command(): Command {
  const program = new Command('jingwei')
    .description('经纬：读规划、查规划、管规划')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
  addPlanCommands(program.command('plan').description('规划文件的读取与体检').helpCommand(false))
  addLineCommands(program)
  addDemonstrationCommand(program)
  addInstallationCommands(program)
  return program
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
}

function addPlanCommands(plan: Command): void {
  plan
    .command('text')
    .description('输出规范化文本，引文的起止位置以此为准')
    .argument('<file>', '规划文件')
    .action(async (file: string) => {
      const { planText } = await import('./plan-text.ts')
      await planText(file)
    })

  plan
    .command('read')
    .description('读出目标、任务、项目、产业、园区和体检意见')
    .argument('<file>', '规划文件')
    .option('--json', '输出 jingwei.plan/1 格式的 JSON')
    .action(async (file: string, options: { json?: true }) => {
      const { planRead } = await import('./plan-read.ts')
      await planRead(file, options)
    })

  plan
    .command('audit')
    .description('体检一份规划；给出多份时互相核对')
    .argument('<files...>', '规划文件')
    .option('--json', '输出 JSON')
    .option('--strict', '有错误级意见时以 1 退出')
    .action(async (files: readonly string[], options: { json?: true; strict?: true }) => {
      const { planAudit } = await import('./plan-audit.ts')
      await planAudit(files, options)
    })

  plan
    .command('redpen')
    .description('输出带批注的 Word 文件，每条意见批在原文处')
    .argument('<file>', '规划文件')
    .requiredOption('-o, --output <docx>', '写到哪里')
    .action(async (file: string, { output }: { output: string }) => {
      const { planRedpen } = await import('./plan-redpen.ts')
      await planRedpen(file, output)
    })
}

/** Commands that answer a JSON object a line from standard input. */
function addLineCommands(program: Command): void {
  const lines = (command: Command, description: string, run: () => Promise<void>): void => {
    // The output is JSON with or without the option, which says so to the reader of a script.
    command.description(description).option('--json', '逐行输出JSON').action(run)
  }
  lines(program.command('forecast'), '预测：逐行读入序列，逐行输出预测值和区间', async () => {
    const { forecastLines } = await import('./forecast.ts')
    await forecastLines()
  })
  const target = program.command('target').description('目标').helpCommand(false)
  lines(target.command('progress'), '目标进度：对照规划自己的路径', async () => {
    const { targetProgressLines } = await import('./target-progress.ts')
    await targetProgressLines()
  })
  const expression = program.command('expression').description('公式').helpCommand(false)
  lines(expression.command('eval'), '公式求值：给出结果、所用数据和缘由', async () => {
    const { expressionEvalLines } = await import('./expression-eval.ts')
    await expressionEvalLines()
  })
  expression
    .command('functions')
    .description('列出公式的全部函数，各附一例')
    .action(async () => {
      const { functionPage } = await import('./function-page.ts')
      const { print } = await import('./print.ts')
      print(functionPage())
    })
}

function addDemonstrationCommand(program: Command): void {
  program
    .command('demo')
    .description('生成模拟区县：同一种子每次生成的内容完全相同')
    .option('--seed <number>', '种子', '1')
    .option('--enterprises <number>', '企业数，30—20000', '350')
    .option('--months <number>', '报表月数，1—70，止于2026年10月', '70')
    .option('--out <folder>', '写到哪个文件夹；不写则只列出内容')
    .action(async (options: DemoOptions) => {
      const { demoCommand } = await import('./demo.ts')
      await demoCommand(options)
    })
}

/** Commands for who runs an installation. */
function addInstallationCommands(program: Command): void {
  program
    .command('verify')
    .description('核验：操作日志、文件和记录是否完好，有问题时退出码为1')
    .option('--json', '输出JSON')
    .action(async (options: { json?: boolean }) => {
      const { verifyCommand } = await import('./installation-commands.ts')
      await verifyCommand(options)
    })
  program
    .command('migrate')
    .description('升级数据库结构；启动时也会自动进行')
    .option('--dry-run', '只试运行：输出要执行的SQL，执行后全部撤销')
    .action(async (options: { dryRun?: boolean }) => {
      const { migrateCommand } = await import('./installation-commands.ts')
      await migrateCommand(options)
    })
  program
    .command('backup')
    .description('备份全部数据和文件，系统运行时也可以')
    .argument('<file>', '备份文件')
    .action(async (file: string) => {
      const { backupCommand } = await import('./installation-commands.ts')
      await backupCommand(file)
    })
  program
    .command('restore')
    .description('恢复到空的安装')
    .argument('<file>', '备份文件')
    .action(async (file: string) => {
      const { restoreCommand } = await import('./installation-commands.ts')
      await restoreCommand(file)
    })
}
