import { useEffect, useState } from 'react'

const aboveTable = 290
const leastHeight = 320
const narrowWidth = 720

export interface TableRoom {
  /** Left for the rows, so that their head and the page's filters stay in sight. */
  readonly height: number
  readonly isNarrow: boolean
}

/** The room a long table has in the window. */
export function useTableRoom(): TableRoom {
  const [room, setRoom] = useState(roomNow)
  useEffect(() => {
    const follow = () => setRoom(roomNow())
    window.addEventListener('resize', follow)
    return () => window.removeEventListener('resize', follow)
  }, [])
  return room
}

function roomNow(): TableRoom {
  return {
    height: Math.max(leastHeight, window.innerHeight - aboveTable),
    isNarrow: window.innerWidth <= narrowWidth,
  }
}
