import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to a page of this application whose address the server gave. */
export function PathLink({
  path,
  onGo,
  className,
  children,
}: {
  path: string
  /** Before the page is left. */
  onGo?: () => void
  className?: string | undefined
  children: ReactNode
}) {
  const { history } = useRouter()
  return (
    <a
      href={path}
      className={className}
      onClick={(event) => {
        onGo?.()
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        history.push(path)
      }}
    >
      {children}
    </a>
  )
}
