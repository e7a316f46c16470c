import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Signs the ends of the log's chain with a key that is not in the database. */
export interface Signer {
  readonly keyFile: string
  /** Ed25519, base64. */
  sign(text: string): string
  isSignature(text: string, signature: string): boolean
}

/** The installation's signer; its key is made on the first start and readable by its owner alone. */
export function openSigner(dataFolder: string): Signer {
  const keyFile = path.join(dataFolder, 'keys', 'log.pem')
  if (!fs.existsSync(keyFile)) {
    fs.mkdirSync(path.dirname(keyFile), { recursive: true, mode: 0o700 })
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
    fs.writeFileSync(keyFile, pem, { mode: 0o600, flush: true })
  }
  const key = createPrivateKey(fs.readFileSync(keyFile))
  const publicKey = createPublicKey(key)
  return {
    keyFile,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    isSignature: (text, signature) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  }
}
