import { Outlet, useMatches } from '@tanstack/react-router'
import { Shell } from './shell.tsx'

/** Puts the shell around every page but those that are seen before one is let in. */
export function Frame() {
  const isOutside = useMatches().at(-1)?.staticData.isOutside
  return isOutside ? <Outlet /> : <Shell />
}
