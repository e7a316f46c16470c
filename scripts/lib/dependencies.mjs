import { existsSync, readFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { inRoot, root } from './paths.mjs'
import { run } from './run.mjs'
import { say, Trouble } from './say.mjs'

/** Installs the packages the lock file names, unless exactly these are there. */
export async function ensureDependencies() {
  if (areInstalled()) return
  await withLock('install', async () => {
    // Another process may have installed them while we waited.
    if (areInstalled()) return
    say(
      '正在安装依赖（首次约一分钟）……',
      'Installing dependencies (about a minute the first time) …',
    )
    const started = Date.now()
    // Not `npm ci`: it refuses a lock file that leaves out builds for other platforms, which not
    // every registry has. `--no-save` keeps to the lock file and leaves it as it is.
    const [command, ...args] = npm()
    const flags = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
    const code = await run(command, [...args, ...flags], { cwd: root, output: 'stderr' })
    if (code !== 0 || !areInstalled()) {
      throw new Trouble(
        '依赖未能安装。请检查能否访问 npm 软件源（npm config get registry），然后重试。',
        'The dependencies could not be installed. Check that the npm registry can be reached (npm config get registry), then try again.',
      )
    }
    const seconds = Math.round((Date.now() - started) / 1000)
    say(`依赖已安装（${seconds} 秒）。`, `Dependencies installed (${seconds} s).`)
  })
}

/**
 * npm notes in `node_modules/.package-lock.json` what it has installed, at its very end; a package
 * that is missing there may only be an optional one of another platform.
 */
function areInstalled() {
  const noted = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true
    return installed[place] ? installed[place].version === version : optional === true
  })
}

/** The npm that runs us, where one does; else the one on the path. */
function npm() {
  const ours = process.env.npm_execpath
  return ours?.endsWith('.js') ? [process.execPath, ours] : ['npm']
}
