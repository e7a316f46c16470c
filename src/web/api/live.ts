import { eventsPath, type Stale } from '#contract/stale.ts'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Listens to what others change for as long as the page is seen, and reads again what is stale. */
export function useLiveData(): void {
  const client = useQueryClient()
  useEffect(() => listenWhileVisible(client), [client])
}

// A browser allows six connections to a server of HTTP/1.1: hidden tabs give theirs back.
function listenWhileVisible(client: QueryClient): () => void {
  let source: EventSource | undefined

  const open = () => {
    source = new EventSource(eventsPath)
    source.addEventListener('stale', ({ data }: MessageEvent<string>) => {
      for (const queryKey of (JSON.parse(data) as Stale).keys) {
        void client.invalidateQueries({ queryKey })
      }
    })
  }
  const close = () => {
    source?.close()
    source = undefined
  }
  const follow = () => {
    if (document.visibilityState === 'hidden') return close()
    if (source) return
    open()
    void client.invalidateQueries()
  }

  if (document.visibilityState === 'visible') open()
  document.addEventListener('visibilitychange', follow)
  return () => {
    document.removeEventListener('visibilitychange', follow)
    close()
  }
}
