import { existsSync, readdirSync } from 'node:fs'
import { isThere, outputOf, run } from './run.mjs'
import { say, sayTrouble } from './say.mjs'

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome']

/** What the tests need besides Node: where it is looked for and which Debian packages bring it. */
const parts = [
  {
    name: 'Chromium',
    packages: ['chromium'],
    isThere: () => chromiumNames.some((name) => isThere(name)),
  },
  {
    name: 'LibreOffice',
    packages: ['libreoffice-writer', 'libreoffice-calc'],
    isThere: () => isThere('soffice'),
  },
  {
    name: '中文字体 CJK fonts',
    packages: ['fonts-noto-cjk'],
    isThere: () => Boolean(outputOf('fc-list', [':lang=zh', 'family'])),
  },
  {
    name: 'PostgreSQL 15+',
    packages: ['postgresql'],
    isThere: () => isThere('initdb') || hasPackagedPostgres(),
  },
]

/** Debian keeps its servers off the path, one folder for each version. */
function hasPackagedPostgres() {
  const folder = '/usr/lib/postgresql'
  const versions = existsSync(folder) ? readdirSync(folder) : []
  return versions.some((version) => existsSync(`${folder}/${version}/bin/initdb`))
}

/** Where a Chromium is on this machine. */
export function findChromium() {
  const name = chromiumNames.find((candidate) => isThere(candidate))
  return name && outputOf('sh', ['-c', `command -v ${name}`])
}

/** Installs what the tests need from the system, as far as this machine lets us; names what is still missing. */
export async function ensureTestGround() {
  const missing = parts.filter((part) => !part.isThere())
  if (missing.length === 0) return []
  const packages = missing.flatMap((part) => part.packages)
  const administrator = asAdministrator()
  if (administrator && existsSync('/etc/debian_version')) {
    say(
      `正在通过 apt-get 安装测试所需的 ${packages.join('、')}（几分钟）……`,
      `Installing ${packages.join(', ')} for the tests through apt-get (some minutes) …`,
    )
    const options = { output: 'stderr', env: { DEBIAN_FRONTEND: 'noninteractive' } }
    const [command, ...args] = [...administrator, 'apt-get']
    await run(command, [...args, 'update', '-q'], options)
    await run(command, [...args, 'install', '-yq', '--no-install-recommends', ...packages], options)
  }
  const still = parts.filter((part) => !part.isThere())
  for (const part of still) {
    sayTrouble(
      `缺少 ${part.name}，依赖它的测试按失败计。请安装 ${part.packages.join(' ')}（Debian 包名）后重试。`,
      `${part.name} is missing; tests that need it count as failed. Install ${part.packages.join(' ')} (names of Debian packages) and try again.`,
    )
  }
  return still.map((part) => part.name)
}

/** What goes before a command to run it as administrator, or nothing where we may not. */
function asAdministrator() {
  if (process.getuid?.() === 0) return []
  return outputOf('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo']
}
