import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * Serves the built web application from `folder`. Every page of it is `index.html`, which gets a
 * nonce of its own each time: the component library writes its styles into the page.
 */
export async function mountWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  const hasFolder = fs.existsSync(folder)
  if (hasFolder) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      // The page gets its nonce below.
      globIgnore: ['index.html'],
      maxAge: '365d',
      immutable: true,
      // Only names that carry the hash of their content keep for ever.
      setHeaders: (reply, file) => {
        if (path.basename(path.dirname(file)) !== 'assets') {
          void reply.header('cache-control', 'no-cache')
        }
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      path.extname(request.url.split('?')[0] ?? '') === ''
    if (isPage && hasFolder) return sendPage(reply, path.join(folder, 'index.html'))
    return reply.code(404).send({ code: 'not-found', title: 'There is nothing at this address' })
  })
  if (hasFolder) {
    app.get('/', (_, reply) => sendPage(reply, path.join(folder, 'index.html')))
    app.get('/index.html', (_, reply) => sendPage(reply, path.join(folder, 'index.html')))
  }
}

async function sendPage(reply: FastifyReply, file: string): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64')
  const page = await fs.promises.readFile(file, 'utf8')
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .send(page.replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`))
}

/** What a page may load: our own files, and styles that carry the nonce of the page. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
