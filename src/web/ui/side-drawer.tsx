import { Drawer } from 'antd'
import type { ReactNode } from 'react'

/** Details beside the page; on a narrow screen over all of it. */
export function SideDrawer({
  title,
  open,
  onClose,
  children,
  footer,
}: {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
}) {
  return (
    <Drawer
      title={title}
      open={open}
      onClose={onClose}
      destroyOnHidden
      footer={footer}
      styles={{ wrapper: { width: 'min(560px, 100vw)' } }}
    >
      {children}
    </Drawer>
  )
}
