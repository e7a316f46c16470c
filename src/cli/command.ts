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
}
