import type { EnterpriseWords } from '#contract/enterprise.ts'
import { enterpriseSizes } from '#core/enterprise/size.ts'
import { Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import type { EnterpriseSearch } from '../search.ts'
import { useTagName } from './use-tag-name.ts'
import styles from './enterprise.module.css'

/** Narrows the registry; everything chosen stands in the address. */
export function EnterpriseFilters({
  search,
  words,
  onChange,
}: {
  search: EnterpriseSearch
  words: EnterpriseWords
  onChange: (next: EnterpriseSearch) => void
}) {
  const text = useTranslations('enterprises')
  const tagName = useTagName(words)
  const many = {
    mode: 'multiple',
    allowClear: true,
    maxTagCount: 'responsive',
    optionFilterProp: 'label',
  } as const
  return (
    <search className={styles.filters}>
      <Input.Search
        allowClear
        key={search.text}
        defaultValue={search.text ?? ''}
        placeholder={text('search')}
        aria-label={text('search')}
        onSearch={(typed) => onChange({ text: typed.trim() || undefined })}
      />
      <Select
        {...many}
        aria-label={text('place')}
        placeholder={text('place')}
        value={search.place ?? []}
        options={words.places.map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={(place: string[]) => onChange({ place: filled(place) })}
      />
      <Select
        {...many}
        aria-label={text('industry')}
        placeholder={text('industry')}
        value={search.industry ?? []}
        options={words.industries
          .filter(({ code }) => code.length === 2)
          .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        onChange={(industry: string[]) => onChange({ industry: filled(industry) })}
      />
      <Select
        {...many}
        aria-label={text('chain')}
        placeholder={text('chain')}
        value={search.chain ?? []}
        options={words.chains.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(chain: string[]) => onChange({ chain: filled(chain) })}
      />
      <Select
        {...many}
        aria-label={text('tag')}
        placeholder={text('tag')}
        value={search.tag ?? []}
        options={words.tags.map(({ code }) => ({ value: code, label: tagName(code) }))}
        onChange={(tag: string[]) => onChange({ tag: filled(tag) })}
      />
      <Select
        {...many}
        aria-label={text('size')}
        placeholder={text('size')}
        value={search.size ?? []}
        options={enterpriseSizes.map((size) => ({ value: size, label: text(`sizes.${size}`) }))}
        onChange={(size: EnterpriseSearch['size']) =>
          onChange({ size: size && size.length > 0 ? size : undefined })
        }
      />
      <Select
        allowClear
        aria-label={text('listed')}
        placeholder={text('listed')}
        value={search.listed ?? null}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: text(value === 'yes' ? 'above' : 'below'),
        }))}
        onChange={(listed: EnterpriseSearch['listed'] | null) =>
          onChange({ listed: listed ?? undefined })
        }
      />
      <Select
        aria-label={text('state')}
        value={search.state ?? 'active'}
        options={(['active', 'ended', 'all'] as const).map((value) => ({
          value,
          label: text(`states.${value}`),
        }))}
        onChange={(state: 'active' | 'ended' | 'all') =>
          onChange({ state: state === 'active' ? undefined : state })
        }
      />
    </search>
  )
}

function filled(list: readonly string[]): string[] | undefined {
  return list.length > 0 ? [...list] : undefined
}
