import type { Enterprise, EnterpriseWords } from '#contract/enterprise.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import styles from './enterprise.module.css'

/** Who an enterprise is. What is not known is left out. */
export function EnterpriseFacts({ one, words }: { one: Enterprise; words: EnterpriseWords }) {
  const text = useTranslations('enterprises')
  const { content, formerNames, measured, origins, successors } = one
  const { industry, size, park, town, established, address, products, contacts } = content
  const place = words.places
    .filter(({ id }) => id === park || id === town)
    .map(({ name }) => name)
    .join('、')
  return (
    <section className={styles.card}>
      <h2>{text('identity')}</h2>
      <dl className={styles.facts}>
        <Fact name={text('former')}>{formerNames.map(({ name }) => name).join('、')}</Fact>
        <Fact name={text('industry')}>{industry && industryWords(industry, words)}</Fact>
        <Fact name={text('size')}>{size && text(`sizes.${size}`)}</Fact>
        {measured && (
          <Fact name={text('measuredSize')}>
            {text('measured', { ...measured, size: text(`sizes.${measured.size}`) })}
            {size !== undefined && (
              <>
                {' '}
                {measured.size === size ? (
                  <Badge tone="ok" shape="check">
                    {text('sizeAgrees')}
                  </Badge>
                ) : (
                  <Badge tone="warn" shape="info">
                    {text('sizeDiffers')}
                  </Badge>
                )}
              </>
            )}
          </Fact>
        )}
        <Fact name={text('place')}>{place}</Fact>
        <Fact name={text('products')}>{products}</Fact>
        <Fact name={text('established')}>{established}</Fact>
        <Fact name={text('address')}>{address}</Fact>
        {contacts.map(({ name, role, phone }) => (
          <Fact key={`${name} ${role}`} name={role || text('contact')}>
            {[name, phone].filter(Boolean).join(' ')}
          </Fact>
        ))}
        {[...origins, ...successors].map((relative) => (
          <Fact
            key={`${relative.id} ${relative.kind}`}
            name={text(
              origins.includes(relative) ? `from.${relative.kind}` : `to.${relative.kind}`,
            )}
          >
            <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: relative.id }}>
              {relative.name}
            </Link>
            {` ${relative.day}`}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** `通用设备制造业 › 金属加工机械制造 › 金属切削机床制造（3421）`. */
function industryWords(code: string, { industries }: EnterpriseWords): string {
  const names = [2, 3, 4].flatMap((length) => {
    const one = industries.find((each) => each.code === code.slice(0, length))
    return one ? [one.name] : []
  })
  return `${[...new Set(names)].join(' › ')}（${code}）`
}
