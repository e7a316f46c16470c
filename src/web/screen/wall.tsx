import { type ReactNode, useEffect, useState } from 'react'
import styles from './screen.module.css'

const canvas = { width: 1920, height: 1080 } as const

/** Below this the parts stand under each other as on any page. */
const narrow = 1000

/** A sheet of 1920 × 1080 that fills whatever hangs on the wall, everything in proportion. */
export function Wall({ children }: { children: ReactNode }) {
  const [scale, setScale] = useState(scaleNow)
  useEffect(() => {
    const fit = () => setScale(scaleNow())
    globalThis.addEventListener('resize', fit)
    return () => globalThis.removeEventListener('resize', fit)
  }, [])
  if (scale === undefined) return <div className={styles.flow}>{children}</div>
  return (
    <div className={styles.room}>
      <div className={styles.sheet} style={{ transform: `translate(-50%, -50%) scale(${scale})` }}>
        {children}
      </div>
    </div>
  )
}

function scaleNow(): number | undefined {
  const { innerWidth, innerHeight } = globalThis
  if (innerWidth < narrow) return undefined
  return Math.min(innerWidth / canvas.width, innerHeight / canvas.height)
}
