import { spawn, spawnSync } from 'node:child_process'

/**
 * Runs a program to its end with our input and output, and gives its exit code. `output: 'stderr'`
 * keeps standard output free. Interrupts are passed on, so that a server can close in good order.
 */
export function run(command, args, { env, cwd, output } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['inherit', output === 'stderr' ? 2 : 'inherit', 'inherit'],
  })
  const passOn = (signal) => child.kill(signal)
  process.on('SIGINT', passOn)
  process.on('SIGTERM', passOn)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', passOn)
      process.off('SIGTERM', passOn)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/** What a program prints on standard output, or `undefined` where it is absent or fails. */
export function outputOf(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

export function isThere(command) {
  return outputOf('sh', ['-c', `command -v ${command}`]) !== undefined
}
