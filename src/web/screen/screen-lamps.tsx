import type { Reply } from '#contract/route.ts'
import type { Lamp, listStandings } from '#contract/watching.ts'
import { useTranslations } from 'use-intl'
import { Glyph, type GlyphShape } from '../ui/glyph.tsx'
import { needsAttention } from '../watching/key-targets.ts'
import { share, signedShare } from '../watching/figure-words.ts'
import { nameOfTarget } from './name-of-target.ts'
import styles from './screen.module.css'

const shapes: Readonly<Record<Lamp, GlyphShape>> = {
  normal: 'check',
  warning: 'triangle',
  behind: 'cross',
  unreported: 'dashed',
}

/** A lamp for a wall: shape, word and colour. */
export function WallLamp({ lamp, size = 40 }: { lamp: Lamp; size?: number }) {
  const text = useTranslations('watching.lamp')
  return (
    <span className={styles.lamp} data-lamp={lamp}>
      <Glyph shape={shapes[lamp]} size={size} />
      {text(lamp)}
    </span>
  )
}

const lamps = ['normal', 'warning', 'behind', 'unreported'] as const
const most = 6

/** How many targets have which lamp, and which of them somebody must look at. */
export function ScreenLamps({
  reply: { counts, targets },
}: {
  reply: Reply<typeof listStandings>
}) {
  const text = useTranslations('screen')
  const watching = useTranslations('watching')
  const worst = targets
    .filter((target) => needsAttention(target) && target.lamp !== 'unreported')
    .toSorted((a, b) => rank(a.lamp) - rank(b.lamp) || (a.deviation ?? 0) - (b.deviation ?? 0))
  return (
    <>
      <div className={styles.counts}>
        {lamps.map((lamp) => (
          <div key={lamp} className={styles.count} data-lamp={lamp}>
            <strong>{counts[lamp]}</strong>
            <WallLamp lamp={lamp} />
          </div>
        ))}
      </div>
      <div className={styles.panel}>
        <h2>{text('behind')}</h2>
        {worst.length === 0 ? (
          <p>{text('allWell')}</p>
        ) : (
          <ul className={styles.rows}>
            {worst.slice(0, most).map((target) => (
              <li key={target.id}>
                <WallLamp lamp={target.lamp} />
                <span className={styles.name}>{nameOfTarget(target)}</span>
                <span>
                  {text('deviation')} <b>{signedShare(target.deviation)}</b>
                </span>
                <span>
                  {target.outlook?.probability !== undefined &&
                    watching('probability', { share: share(target.outlook.probability) })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {worst.length > most && <p>{text('more', { count: worst.length - most })}</p>}
      </div>
    </>
  )
}

function rank(lamp: Lamp): number {
  return lamp === 'behind' ? 0 : 1
}
