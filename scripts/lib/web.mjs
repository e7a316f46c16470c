import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { say, Trouble } from './say.mjs'
import { runTool } from './tools.mjs'

const stampFile = inRoot('dist', 'web', '.built-from')

/** Builds the pages into `dist/web`, unless they are built from the sources as they stand. */
export async function ensureWeb() {
  if (isBuilt()) return
  await withLock('web', async () => {
    if (isBuilt()) return
    say('正在构建页面（数秒）……', 'Building the pages (some seconds) …')
    const stamp = stampOfSources()
    const code = await buildWeb()
    if (code !== 0) {
      throw new Trouble(
        '页面未能构建，原因见上方输出。',
        'The pages could not be built; the reason stands above.',
      )
    }
    writeFileSync(stampFile, stamp)
  })
}

/** Gives the exit code of the build. */
function buildWeb() {
  const config = inRoot('src/web/vite.config.ts')
  return runTool('vite', ['build', '--config', config, '--logLevel', 'warn'], { output: 'stderr' })
}

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOfSources()
}

function stampOfSources() {
  const hash = createHash('sha256')
  const files = ['src/web', 'src/core', 'src/contract', 'docs/guide', 'docs/img'].flatMap(
    filesBelow,
  )
  for (const file of [...files, 'package-lock.json']) {
    hash.update(file).update(readFileSync(inRoot(file)))
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(inRoot(folder), { withFileTypes: true })
    .map((entry) => ({ entry, name: path.posix.join(folder, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ entry, name }) => {
      if (entry.isDirectory()) return filesBelow(name)
      return /\.test\.tsx?$/.test(name) ? [] : [name]
    })
}
