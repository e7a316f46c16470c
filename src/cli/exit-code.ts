import { problemText } from '#contract/texts/problem-texts.zh.ts'
import { CommanderError } from 'commander'
import { Refusal } from './refusal.ts'

const refused = 2

/** Says on standard error, in one line, why a command ended, and gives its exit code. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Refusal) {
    console.error(`${error.problem.code}: ${problemText(error.problem)}`)
    return refused
  }
  if (error instanceof CommanderError) return exitCodeOfCall(error)
  console.error('internal-error: 程序内部错误，请把下面的信息告诉维护者')
  console.error(error)
  return refused
}

const callTexts: Readonly<Record<string, string>> = {
  'commander.help': '缺少命令',
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少参数',
  'commander.excessArguments': '参数过多',
  'commander.optionMissingArgument': '选项缺少取值',
  'commander.missingMandatoryOptionValue': '缺少必填选项',
}

/** Help that was asked for is no error. */
function exitCodeOfCall({ code, exitCode, message }: CommanderError): number {
  if (exitCode === 0) return 0
  const text = callTexts[code] ?? '调用方式不对'
  // Commander names the word that was wrong in quotes.
  const word = /'(.+?)'/.exec(message)?.[1]
  console.error(`call-refused: ${text}${word ? `：${word}` : ''}。用 --help 查看用法。`)
  return refused
}
