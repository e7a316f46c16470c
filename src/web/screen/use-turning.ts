import { useEffect, useEffectEvent, useState } from 'react'

/** How long a page of the screen stays. */
const stay = 15_000

/** What a key asks of the screen. */
type Wish = 'next' | 'previous' | 'first' | 'last' | 'toggle' | 'leave'

const wishes: Readonly<Record<string, Wish>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  ' ': 'toggle',
  Escape: 'leave',
}

/** Turns pages by key and by itself; who wants no motion turns them by hand. */
export function useTurning({
  count,
  page,
  onTurn,
  onLeave,
}: {
  count: number
  page: number
  onTurn: (page: number) => void
  onLeave: () => void
}): { readonly isPlaying: boolean; readonly toggle: () => void } {
  const [isPlaying, setPlaying] = useState(
    () => !globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches,
  )
  const turnOn = useEffectEvent(() => onTurn((page + 1) % count))

  useEffect(() => {
    if (!isPlaying) return undefined
    const clock = setInterval(() => turnOn(), stay)
    return () => clearInterval(clock)
  }, [isPlaying])

  const follow = useEffectEvent((wish: Wish) => {
    switch (wish) {
      case 'next':
        return onTurn((page + 1) % count)
      case 'previous':
        return onTurn((page + count - 1) % count)
      case 'first':
        return onTurn(0)
      case 'last':
        return onTurn(count - 1)
      case 'toggle':
        return setPlaying((is) => !is)
      case 'leave':
        return onLeave()
    }
  })

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const wish = wishes[event.key]
      if (!wish || event.altKey || event.ctrlKey || event.metaKey) return
      // A field has keys of its own.
      if (event.target instanceof HTMLInputElement) return
      // A button that has the focus is pressed by the same space bar.
      const isOnButton = event.target instanceof Element && event.target.closest('button, a')
      if (wish === 'toggle' && isOnButton) return
      event.preventDefault()
      follow(wish)
    }
    globalThis.addEventListener('keydown', pressed)
    return () => globalThis.removeEventListener('keydown', pressed)
  }, [])

  return { isPlaying, toggle: () => setPlaying((is) => !is) }
}
