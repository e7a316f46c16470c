import { openEngine } from './engine.ts'
import type { EngineOptions, FromEngine, OnPort, ToEngine } from './messages.ts'
import { beginning, frame, type Framing, inTransaction, simpleQuery } from './units.ts'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'

/**
 * The thread that owns the embedded engine. It speaks PostgreSQL's protocol over message ports, so
 * that everything else sees an ordinary server. There is one session: a connection inside a
 * transaction keeps it until the transaction ends.
 */

interface Connection {
  readonly port: MessagePort
  framing: Framing
}

interface Waiting {
  readonly connection: Connection
  readonly unit: Uint8Array
}

if (!parentPort) throw new Error('The engine runs in a worker thread')
const parent = parentPort

function tell(message: FromEngine): void {
  parent.postMessage(message)
}

let poisoned = false
const engine = await openEngine(workerData as EngineOptions, (why) => {
  poisoned = true
  tell({ kind: 'poisoned', why })
})

let owner: Connection | undefined
const waiting: Waiting[] = []

function pump(): void {
  while (waiting.length > 0 && !poisoned) {
    const index = owner ? waiting.findIndex((one) => one.connection === owner) : 0
    const next = index < 0 ? undefined : waiting.splice(index, 1)[0]
    if (!next) return
    const reply = engine.run(next.unit)
    const inside = inTransaction(reply)
    if (inside !== undefined) owner = inside ? next.connection : undefined
    next.connection.port.postMessage(reply, [reply.buffer as ArrayBuffer])
  }
}

function connect(port: MessagePort): void {
  const connection: Connection = { port, framing: beginning }
  port.on('message', (message: OnPort) => {
    if (message === 'end') {
      disconnect(connection)
    } else {
      const { units, framing } = frame(connection.framing, message)
      connection.framing = framing
      waiting.push(...units.map((unit) => ({ connection, unit })))
    }
    pump()
  })
}

function disconnect(connection: Connection): void {
  if (owner === connection && !poisoned) {
    engine.run(simpleQuery('ROLLBACK'))
    owner = undefined
  }
  connection.port.close()
}

parent.on('message', (message: ToEngine) => {
  switch (message.kind) {
    case 'connect':
      return connect(message.port)
    case 'dump':
      return void engine.dump().then((bytes) => tell({ kind: 'dumped', bytes }))
    case 'close':
      return void engine.close().then(() => tell({ kind: 'closed' }))
  }
})

tell({ kind: 'ready' })
