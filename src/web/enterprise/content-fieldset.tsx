import type { EnterpriseWords } from '#contract/enterprise.ts'
import { enterpriseSizes } from '#core/enterprise/size.ts'
import { normaliseUscc, readUscc } from '#core/enterprise/uscc.ts'
import { isPeriod } from '#core/period/period.ts'
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useTagName } from './use-tag-name.ts'
import styles from './enterprise.module.css'

/** The fields of an enterprise, checked as they are typed. */
export function ContentFieldset({ words }: { words: EnterpriseWords }) {
  return (
    <>
      <IdentityFields words={words} />
      <Lines name="contacts" more="addContact">
        {(index) => <ContactFields index={index} />}
      </Lines>
      <Lines name="listings" more="addListing">
        {(index) => <ListingFields index={index} />}
      </Lines>
      <Lines name="productShares" more="addProduct" note="productsNote">
        {(index) => <ProductFields index={index} words={words} />}
      </Lines>
      <Lines name="tags" more="addTag">
        {(index) => <TagFields index={index} words={words} />}
      </Lines>
    </>
  )
}

function IdentityFields({ words }: { words: EnterpriseWords }) {
  const text = useTranslations('enterprises')
  const codes = useTranslations('enterprises.codeProblems')
  const search = { showSearch: { optionFilterProp: 'label' }, allowClear: true } as const
  return (
    <div className={styles.fields}>
      <Form.Item
        name="name"
        label={text('name')}
        rules={[{ required: true, whitespace: true, message: text('nameNeeded') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="uscc"
        label={text('code')}
        rules={[
          {
            validator: (_, value: string | undefined) => {
              const typed = normaliseUscc(value ?? '')
              const read = readUscc(typed)
              return typed === '' || read.ok
                ? Promise.resolve()
                : Promise.reject(new Error(codes(read.error)))
            },
          },
        ]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="industry" label={text('industry')}>
        <Select
          {...search}
          options={words.industries
            .filter(({ code }) => code.length === 4)
            .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
      </Form.Item>
      <Form.Item name="size" label={text('size')}>
        <Select
          allowClear
          options={enterpriseSizes.map((size) => ({ value: size, label: text(`sizes.${size}`) }))}
        />
      </Form.Item>
      <Form.Item name="place" label={text('place')}>
        <Select
          {...search}
          options={words.places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="established" label={text('established')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="products" label={text('products')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="address" label={text('address')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="places" label={text('chain')}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={words.chains.map((chain) => ({
            label: chain.name,
            title: chain.name,
            options: chain.nodes.map(({ code, name }) => ({
              value: `${chain.code}/${code}`,
              label: `${chain.name} › ${name}`,
            })),
          }))}
        />
      </Form.Item>
    </div>
  )
}

function ContactFields({ index }: { index: number }) {
  const text = useTranslations('enterprises')
  return (
    <>
      <Form.Item name={[index, 'name']}>
        <Input placeholder={text('contactName')} aria-label={text('contactName')} />
      </Form.Item>
      <Form.Item name={[index, 'role']}>
        <Input placeholder={text('contactRole')} aria-label={text('contactRole')} />
      </Form.Item>
      <Form.Item name={[index, 'phone']}>
        <Input placeholder={text('phone')} aria-label={text('phone')} />
      </Form.Item>
    </>
  )
}

function ListingFields({ index }: { index: number }) {
  const text = useTranslations('enterprises')
  return (
    <>
      <PeriodField name={[index, 'from']} label={text('listedFrom')} isNeeded />
      <PeriodField name={[index, 'to']} label={text('listedTo')} />
      <Form.Item name={[index, 'reason']}>
        <Input placeholder={text('listingReason')} aria-label={text('listingReason')} />
      </Form.Item>
    </>
  )
}

function TagFields({ index, words }: { index: number; words: EnterpriseWords }) {
  const text = useTranslations('enterprises')
  const tagName = useTagName(words)
  return (
    <>
      <Form.Item name={[index, 'tag']} rules={[{ required: true, message: text('tagNeeded') }]}>
        <Select
          placeholder={text('tag')}
          aria-label={text('tag')}
          options={words.tags.map(({ code }) => ({ value: code, label: tagName(code) }))}
        />
      </Form.Item>
      <Form.Item name={[index, 'share']}>
        <InputNumber
          min={0.01}
          max={100}
          suffix="%"
          placeholder={text('shareOf')}
          aria-label={text('shareOf')}
        />
      </Form.Item>
      <PeriodField name={[index, 'from']} label={text('listedFrom')} isNeeded />
      <PeriodField name={[index, 'to']} label={text('listedTo')} />
      <Form.Item name={[index, 'evidence']}>
        <Input placeholder={text('evidenceIn')} aria-label={text('evidenceIn')} />
      </Form.Item>
    </>
  )
}

function ProductFields({ index, words }: { index: number; words: EnterpriseWords }) {
  const text = useTranslations('enterprises')
  const tagName = useTagName(words)
  return (
    <>
      <Form.Item
        name={[index, 'product']}
        rules={[{ required: true, whitespace: true, message: text('productNeeded') }]}
      >
        <Input maxLength={80} placeholder={text('product')} aria-label={text('product')} />
      </Form.Item>
      <Form.Item
        name={[index, 'share']}
        rules={[{ required: true, message: text('productShareNeeded') }]}
      >
        <InputNumber
          min={0.01}
          max={100}
          suffix="%"
          placeholder={text('shareOf')}
          aria-label={text('productShare')}
        />
      </Form.Item>
      <Form.Item name={[index, 'tags']}>
        <Select
          mode="multiple"
          placeholder={text('productTags')}
          aria-label={text('productTags')}
          options={words.tags
            .filter(({ byShare }) => byShare)
            .map(({ code }) => ({ value: code, label: tagName(code) }))}
        />
      </Form.Item>
      <PeriodField name={[index, 'from']} label={text('listedFrom')} isNeeded />
      <PeriodField name={[index, 'to']} label={text('listedTo')} />
    </>
  )
}

function PeriodField({
  name,
  label,
  isNeeded = false,
}: {
  name: (string | number)[]
  label: string
  isNeeded?: boolean
}) {
  const text = useTranslations('enterprises')
  return (
    <Form.Item
      name={name}
      rules={[
        {
          validator: (_, value: string | undefined) =>
            (value ? isPeriod(value) : !isNeeded)
              ? Promise.resolve()
              : Promise.reject(new Error(text('noPeriod'))),
        },
      ]}
    >
      <Input placeholder={`${label} 2026-03`} aria-label={label} />
    </Form.Item>
  )
}

function Lines({
  name,
  more,
  note,
  children,
}: {
  name: 'contacts' | 'listings' | 'tags' | 'productShares'
  more: 'addContact' | 'addListing' | 'addTag' | 'addProduct'
  note?: 'productsNote'
  children: (index: number) => ReactNode
}) {
  const text = useTranslations('enterprises')
  return (
    <Form.List name={name}>
      {(lines, { add, remove }) => (
        <section aria-label={text(`lines.${name}`)}>
          <p className={styles.legend}>{text(`lines.${name}`)}</p>
          {note && <p className={styles.legendNote}>{text(note)}</p>}
          <div className={styles.spans}>
            {lines.map(({ key, name: index }) => (
              <div key={key} className={styles.span}>
                {children(index)}
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={text('removeLine')}
                  onClick={() => remove(index)}
                />
              </div>
            ))}
            <div>
              <Button size="small" onClick={() => add({})}>
                {text(more)}
              </Button>
            </div>
          </div>
        </section>
      )}
    </Form.List>
  )
}
