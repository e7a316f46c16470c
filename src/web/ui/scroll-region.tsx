import type { ReactNode, Ref } from 'react'

/** A frame that scrolls by itself. It takes the focus, or the keyboard could not scroll it. */
export function ScrollRegion({
  label,
  className,
  ref,
  children,
}: {
  label: string
  className: string | undefined
  ref?: Ref<HTMLElement>
  children: ReactNode
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable
    <section ref={ref} className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
