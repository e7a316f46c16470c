import { spawn, type ChildProcess } from 'node:child_process'
import { access, constants, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from '#contract/problem.ts'
import { err, ok, type Result } from '#core/result.ts'
import { limits } from './limits.ts'
import { turns } from './turns.ts'

/** Where LibreOffice is on this machine, if it is. */
export async function findLibreOffice(): Promise<string | undefined> {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/opt/libreoffice/program',
    '/Applications/LibreOffice.app/Contents/MacOS',
    'C:\\Program Files\\LibreOffice\\program',
  ]
  const names = process.platform === 'win32' ? ['soffice.com'] : ['soffice', 'libreoffice']
  for (const folder of folders.filter((folder) => folder !== '')) {
    for (const name of names) {
      const path = join(folder, name)
      if (await isExecutable(path)) return path
    }
  }
  return undefined
}

/**
 * Converts a document by LibreOffice. Each call has a profile folder of its own: with a shared one a
 * second conversion hands its file to the first and ends at once.
 * @param from the ending the file has by its content, `doc`
 * @param to what `--convert-to` takes, `docx`; the part before a colon is the ending of the outcome
 */
export async function convertByLibreOffice(
  bytes: Uint8Array,
  from: string,
  to: string,
): Promise<Result<Uint8Array, Problem>> {
  const program = await findLibreOffice()
  if (program === undefined) return err(missing(from))
  return inTurn(() => convert(program, bytes, from, to))
}

const inTurn = turns(limits.convertersAtOnce)

async function convert(
  program: string,
  bytes: Uint8Array,
  from: string,
  to: string,
): Promise<Result<Uint8Array, Problem>> {
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-convert-'))
  try {
    const source = join(folder, `source.${from}`)
    await writeFile(source, bytes)
    await writeProfile(join(folder, 'profile', 'user'))
    const failure = await run(program, [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'out'),
      source,
    ])
    if (failure !== undefined) return err(failure)
    return ok(await readFile(join(folder, 'out', `source.${to.split(':')[0]}`)))
  } catch (error) {
    return err(failed(String(error)))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** A profile that lets a document run nothing and fetch nothing from elsewhere. */
async function writeProfile(folder: string): Promise<void> {
  const settings = ['BlockUntrustedRefererLinks', 'DisableMacrosExecution', 'DisableActiveContent']
  const items = settings.map(
    (name) =>
      `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>true</value></prop></item>`,
  )
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'registrymodifications.xcu'),
    `<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>`,
  )
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function run(program: string, parameters: readonly string[]): Promise<Problem | undefined> {
  return new Promise((resolve) => {
    // In a group of its own: the program that is started only starts another that does the work.
    const child = spawn(program, parameters, {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const timer = setTimeout(() => {
      endGroup(child)
      resolve(timeout())
    }, limits.convertMilliseconds)
    let complaints = ''
    child.stderr.on('data', (data: Buffer) => {
      complaints = (complaints + data.toString()).slice(-2000)
    })
    child.once('error', (error) => {
      clearTimeout(timer)
      resolve(failed(error.message))
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? undefined : failed(complaints))
    })
  })
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
}

function missing(from: string): Problem {
  return {
    code: 'libreoffice-missing',
    title: `Reading .${from} needs LibreOffice, which is not installed`,
    detail: { format: from },
  }
}

function failed(detail: string): Problem {
  return { code: 'document-conversion-failed', title: 'LibreOffice could not convert it', detail }
}

function timeout(): Problem {
  return {
    code: 'document-timeout',
    title: 'LibreOffice took too long',
    detail: { limit: limits.convertMilliseconds },
  }
}
