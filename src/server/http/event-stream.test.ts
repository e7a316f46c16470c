import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { http, aDraft, post } = await testApp()
const address = await http.listen({ port: 0, host: '127.0.0.1' })

interface Heard {
  readonly id: string
  readonly keys: unknown
}

interface Listening {
  /** Waits for the next event named `stale`. */
  next(): Promise<Heard>
  /** What is heard up to the event about a draft; jobs in the background tell of themselves in between. */
  until(draft: string): Promise<readonly Heard[]>
  close(): Promise<void>
}

async function listen(lastHeard?: string): Promise<Listening> {
  const reply = await fetch(`${address}/api/events`, {
    headers: lastHeard === undefined ? {} : { 'last-event-id': lastHeard },
  })
  if (!reply.body) throw new Error('The stream has a body')
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<Heard> => {
    for (;;) {
      const found = /id: (\S+)\nevent: stale\ndata: (.*)\n\n/.exec(text)
      if (found) {
        text = text.slice(found.index + found[0].length)
        const { keys } = JSON.parse(found[2] ?? '') as { keys: unknown }
        return { id: found[1] ?? '', keys }
      }
      const { value, done } = await reader.read()
      if (done) throw new Error('The stream ended')
      text += value
    }
  }
  return {
    next,
    async until(draft) {
      const heard: Heard[] = []
      do heard.push(await next())
      while (!isAbout(heard.at(-1), draft))
      return heard
    },
    close: () => reader.cancel(),
  }
}

function isAbout(heard: Heard | undefined, draft: string): boolean {
  return JSON.stringify(heard?.keys).includes(draft)
}

async function aDiscardedDraft(): Promise<string> {
  const id = await aDraft(readingOf('规划\n工业总产值 亿元 2020:100 2025:200'))
  expect((await post(`/drafts/${id}/discards`)).status).toBe(200)
  return id
}

test('who listens hears what a change made stale', async () => {
  const stream = await listen()
  const id = await aDiscardedDraft()
  expect((await stream.until(id)).at(-1)).toMatchObject({
    keys: [
      ['drafts', id],
      ['drafts', 'list'],
    ],
  })
  await stream.close()
})

test('who comes back hears what was missed, and nothing that was heard', async () => {
  const stream = await listen()
  const known = await aDiscardedDraft()
  const last = (await stream.until(known)).at(-1)
  await stream.close()
  const missed = await aDiscardedDraft()
  const back = await listen(last?.id)
  const heard = await back.until(missed)
  expect(heard.filter((one) => isAbout(one, known))).toEqual([])
  await back.close()
})

test('who was away over a restart is told that everything may be stale', async () => {
  const stream = await listen('another-run.7')
  expect(await stream.next()).toMatchObject({ keys: [[]] })
  await stream.close()
})

test('an open stream does not keep the server from stopping', async () => {
  const { http: other } = await testApp()
  const place = await other.listen({ port: 0, host: '127.0.0.1' })
  const reply = await fetch(`${place}/api/events`)
  await other.close()
  expect(await reply.text()).toBe('retry: 3000\n\n')
})
