import type { Enterprise, EnterpriseWords, TagSpan } from '#contract/enterprise.ts'
import { periodName } from '#core/period/period-name.ts'
import { comparePeriods, type Period } from '#core/period/period.ts'
import { useTranslations } from 'use-intl'
import { ListingEffectLine } from './listing-effect-line.tsx'
import { useTagName } from './use-tag-name.ts'
import styles from './enterprise.module.css'

/** When it was above the designated size, where it stands in chains, what it is recognised as, from when to when. */
export function EnterpriseStanding({ one, words }: { one: Enterprise; words: EnterpriseWords }) {
  const text = useTranslations('enterprises')
  const tagName = useTagName(words)
  const { listings, places, tags, productShares = [] } = one.content
  const { listingEffects: effects = [] } = one
  const span = (from: Period, to: Period | undefined): string =>
    to === undefined
      ? text('since', { from: periodName(from) })
      : text('fromTo', { from: periodName(from), to: periodName(to) })
  return (
    <>
      <section className={styles.card}>
        <h2>{text('listings')}</h2>
        {listings.length === 0 ? (
          <p className={styles.quiet}>{text('neverListed')}</p>
        ) : (
          <ul className={styles.list}>
            {listings.map(({ from, to, reason }) => (
              <li key={from}>
                <span>{span(from, to)}</span>
                <span className={styles.quiet}>{reason}</span>
              </li>
            ))}
          </ul>
        )}
        {effects.length > 0 && (
          <>
            <h3>{text('effects.title')}</h3>
            <ul className={styles.list}>
              {effects.map((effect) => (
                <ListingEffectLine key={effect.period} effect={effect} />
              ))}
            </ul>
          </>
        )}
        <p className={styles.quiet}>{text('baseNote')}</p>
      </section>
      {places.length > 0 && (
        <section className={styles.card}>
          <h2>{text('chain')}</h2>
          <ul className={styles.list}>
            {places.map(({ chain, node }) => (
              <li key={`${chain} ${node}`}>{placeWords(words, chain, node)}</li>
            ))}
          </ul>
        </section>
      )}
      {productShares.length > 0 && (
        <section className={styles.card} aria-label={text('lines.productShares')}>
          <h2>{text('lines.productShares')}</h2>
          <ul className={styles.list}>
            {productShares.map(({ product, share, tags: carried, from, to }) => (
              <li key={`${product} ${from}`}>
                <strong>{product}</strong>
                <span>{text('share', { share: Number(share) })}</span>
                <span>{span(from, to)}</span>
                {carried.length > 0 && <small>{carried.map(tagName).join('、')}</small>}
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>{text('productsNote')}</p>
        </section>
      )}
      {tags.length > 0 && (
        <section className={styles.card}>
          <h2>{text('tag')}</h2>
          <ul className={styles.list}>
            {latestFirst(tags).map(({ tag, share, from, to, evidence }) => (
              <li key={`${tag} ${from}`}>
                <strong>{tagName(tag)}</strong>
                <span>{span(from, to)}</span>
                {share !== '1' && <span>{text('share', { share: Number(share) })}</span>}
                {evidence !== '' && <small>{text('evidence', { evidence })}</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function latestFirst(tags: readonly TagSpan[]): readonly TagSpan[] {
  return tags.toSorted((a, b) => comparePeriods(b.from, a.from))
}

function placeWords({ chains }: EnterpriseWords, chain: string, node: string): string {
  const known = chains.find(({ code }) => code === chain)
  const at = known?.nodes.find(({ code }) => code === node)
  return [known?.name ?? chain, at?.name ?? node].join(' › ')
}
