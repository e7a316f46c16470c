/**
 * What an enterprise reports each month. `flow` runs from January, `stock` stands at the end of the month,
 * `average` is the mean of the months so far. Codes are those of the library of indicators (data/indicators).
 */
export interface Column {
  readonly code: string
  readonly kind: 'flow' | 'stock' | 'average'
  readonly decimals: 0 | 2
}

function column(code: string, kind: Column['kind'], decimals: Column['decimals'] = 0): Column {
  return { code, kind, decimals }
}

/** Money in thousand yuan, electricity in 万千瓦时, energy in tonnes of standard coal, employees in persons. */
export const columns = {
  output: column('industrial-output', 'flow'),
  sales: column('industrial-sales-output', 'flow'),
  exports: column('export-delivery-value', 'flow'),
  valueAdded: column('industrial-value-added', 'flow'),
  electricity: column('electricity-use', 'flow', 2),
  energy: column('energy-consumption', 'flow', 2),
  revenue: column('operating-revenue', 'flow'),
  cost: column('operating-cost', 'flow'),
  taxes: column('taxes-and-surcharges', 'flow'),
  selling: column('selling-expense', 'flow'),
  administration: column('administrative-expense', 'flow'),
  research: column('research-expense', 'flow'),
  finance: column('financial-expense', 'flow'),
  profit: column('total-profit', 'flow'),
  vat: column('value-added-tax', 'flow'),
  pay: column('employee-compensation', 'flow'),
  currentAssets: column('current-assets', 'stock'),
  receivables: column('accounts-receivable', 'stock'),
  inventories: column('inventories', 'stock'),
  finishedGoods: column('finished-goods', 'stock'),
  assets: column('total-assets', 'stock'),
  liabilities: column('total-liabilities', 'stock'),
  employees: column('average-employees', 'average'),
} as const satisfies Record<string, Column>

export type ColumnName = keyof typeof columns

/** The columns in the order of the forms. */
export const columnNames = Object.keys(columns) as readonly ColumnName[]
