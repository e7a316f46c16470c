import { ensureDependencies } from './lib/dependencies.mjs'
import { findNode } from './lib/node.mjs'
import { root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main, Trouble } from './lib/say.mjs'
import { checks, runTool } from './lib/tools.mjs'

const [name, ...args] = process.argv.slice(2)

const bench = (topic) => run(findNode(), [`bench/${topic}/main.ts`, ...args], { cwd: root })

const commands = {
  check: async () => {
    for (const { tool, args } of checks) {
      const code = await runTool(tool, args)
      if (code !== 0) return code
    }
    return 0
  },
  format: () => runTool('oxfmt', args),
  'demo:documents': () => run(findNode(), ['src/cli/demonstration/build.ts'], { cwd: root }),
  'bench:durability': () => bench('durability'),
  'bench:load': () => bench('load'),
  'bench:program': () => bench('program'),
  'bench:reading': () => bench('reading'),
  'bench:audit': () => bench('audit'),
  'bench:forecast': () => bench('forecast'),
  'bench:indicator': () => bench('indicator'),
  'bench:matter': () => bench('matter'),
  'bench:watching': () => bench('watching'),
  'bench:search': () => bench('search'),
  'bench:collection': () => bench('collection'),
  'bench:grid': () => bench('grid'),
}

await main(async () => {
  const command = commands[name]
  if (!command) {
    const names = Object.keys(commands).join(', ')
    throw new Trouble(
      `没有名为 ${name} 的命令，可用：${names}`,
      `No command ${name}; there are: ${names}`,
    )
  }
  await ensureDependencies()
  return command()
})
