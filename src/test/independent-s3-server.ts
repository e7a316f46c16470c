import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** What `s3rver` knows everybody by; it does not verify signatures, `s3Server` does. */
export const independentKey = { keyId: 'S3RVER', secret: 'S3RVER' } as const

export interface IndependentS3Server {
  readonly endpoint: string
  readonly close: () => Promise<void>
}

/** An object store others wrote, with one bucket, as a program of its own that keeps its objects in `folder`. */
export async function independentS3Server(
  folder: string,
  bucket: string,
): Promise<IndependentS3Server> {
  const manifest = createRequire(import.meta.url).resolve('s3rver/package.json')
  const program = path.join(path.dirname(manifest), 'bin/s3rver.js')
  const place = ['-d', folder, '-a', '127.0.0.1', '-p', '0', '--configure-bucket', bucket]
  const child = spawn(process.execPath, [program, ...place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /listening on (\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    child.stdout.resume()
    return {
      endpoint: `http://${address}`,
      close: async () => {
        child.kill()
        await ended
      },
    }
  }
  throw new Error('The object store did not start')
}
