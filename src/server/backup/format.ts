import * as z from 'zod'

/**
 * A backup is a gzip of lines: the head, the rows of each table in the order in which they can be
 * put back, the parts of each file, the key of the log, and an end that seals it all. Rows are
 * JSON as PostgreSQL writes it, so that no number passes through a double.
 */
export const backupSchema = 'jingwei.backup/1'

export const Head = z.object({
  kind: z.literal('head'),
  schema: z.literal(backupSchema),
  at: z.iso.datetime(),
  version: z.string(),
  /** The migrations the database had, in order. */
  migrations: z.array(z.string()).min(1),
})
export type Head = z.output<typeof Head>

export const Part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), sha256: z.string(), part: z.base64() }),
  z.object({ kind: z.literal('key'), content: z.string() }),
])
export type Part = z.output<typeof Part>

/** Closes a backup: what it holds, and the hash of all lines before. */
export const End = z.object({
  kind: z.literal('end'),
  rows: z.int(),
  files: z.int(),
  sha256: z.string(),
})
export type End = z.output<typeof End>

/** The tables in the order in which rows can be put back: owners before what they own. */
export const backedUpTables = [
  'region',
  'app_user',
  'password_history',
  'role_grant',
  'api_key',
  'external_identity',
  'organisation',
  'organisation_stage',
  'notification_muted',
  'notification',
  'search_entry',
  'document',
  'draft',
  'draft_item',
  'draft_finding',
  'plan',
  'plan_version',
  'plan_target',
  'plan_task',
  'plan_project',
  'plan_industry',
  'plan_park',
  'chain',
  'chain_node',
  'enterprise',
  'enterprise_listing',
  'enterprise_node',
  'enterprise_tag',
  'enterprise_import',
  'enterprise_descent',
  'project',
  'indicator_version',
  'figure_clock',
  'figure_indicator',
  'figure_source',
  'figure_series',
  'figure_period',
  'observation',
  'kept_sum',
  'membership',
  'target_binding',
  'figure_import',
  'figure_import_sheet',
  'figure_import_change',
  'sheet_layout',
  'target_saying',
  'judgement',
  'own_path',
  'said_forecast',
  'lamp_rule',
  'analysis_template',
  'warning_rule',
  'warning',
  'missed_trouble',
  'matter',
  'matter_unit',
  'matter_entry',
  'matter_evidence',
  'matter_comment',
  'matter_watch',
  'matter_number',
  'matter_day',
  'meeting',
  'matter_scheme',
  'matter_definition',
  'calendar_day',
  'form_version',
  'report_round',
  'report',
  'report_remark',
  'report_act',
  'burden_cap',
  'reminder_rule',
  'reminder',
  'check_hit',
  'webhook',
  'job',
  'schedule_fire',
  'verification',
  'event',
  'event_head',
  'event_checkpoint',
] as const

export function rowLine(table: string, row: string): string {
  return `${rowStart(table)}${row}}`
}

function rowStart(table: string): string {
  return `{"kind":"row","table":"${table}","row":`
}

/** The table and the JSON of a row's line; undefined for lines of another kind. */
export function readRowLine(
  line: string,
): { readonly table: string; readonly row: string } | undefined {
  const table = /^\{"kind":"row","table":"(\w+)","row":/.exec(line)?.[1]
  if (table === undefined) return undefined
  return { table, row: line.slice(rowStart(table).length, -1) }
}
