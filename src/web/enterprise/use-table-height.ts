import { useEffect, useState } from 'react'

const aboveTable = 330
const least = 320

/** The height left for the rows of a long table, so that its head and the page's filters stay in sight. */
export function useTableHeight(): number {
  const [height, setHeight] = useState(() => heightIn(window.innerHeight))
  useEffect(() => {
    const follow = () => setHeight(heightIn(window.innerHeight))
    window.addEventListener('resize', follow)
    return () => window.removeEventListener('resize', follow)
  }, [])
  return height
}

function heightIn(window: number): number {
  return Math.max(least, window - aboveTable)
}
