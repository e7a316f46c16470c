import type { OnPort } from './messages.ts'
import { Duplex } from 'node:stream'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** The socket `pg` believes to have: bytes go over a message port to the engine's thread. */
export class PortStream extends Duplex {
  readonly #open: (port: MessagePort) => void
  readonly #onWaiting: (stream: PortStream, waiting: boolean) => void
  #port: MessagePort | undefined

  /** `open` gets the engine's end; `onWaiting` is told when an answer is owed and when it came. */
  constructor(
    open: (port: MessagePort) => void,
    onWaiting: (stream: PortStream, waiting: boolean) => void,
  ) {
    super()
    this.#open = open
    this.#onWaiting = onWaiting
  }

  connect(): this {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.on('message', (bytes: Uint8Array) => {
      this.#onWaiting(this, false)
      this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    })
    this.#open(port2)
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    this.#port?.ref()
    return this
  }

  unref(): this {
    this.#port?.unref()
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send(Uint8Array.from(chunk))
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(Uint8Array.from(Buffer.concat(chunks.map(({ chunk }) => chunk))))
    done()
  }

  override _final(done: () => void): void {
    this.#end()
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#onWaiting(this, false)
    this.#end()
    done(error)
  }

  #send(bytes: Uint8Array): void {
    this.#onWaiting(this, true)
    this.#port?.postMessage(bytes satisfies OnPort, [bytes.buffer as ArrayBuffer])
  }

  #end(): void {
    this.#port?.postMessage('end' satisfies OnPort)
    const port = this.#port
    this.#port = undefined
    setImmediate(() => port?.close())
  }
}
