import { migrationFiles } from './migrate.ts'
import { splitSql } from './split-sql.ts'
import { expect, test } from 'vitest'

/**
 * What Citus, or the oldest PostgreSQL we run on, would refuse, found in the text of the migrations.
 * The rules are those of `docs/architecture.md` for data.
 */
const statements = migrationFiles().flatMap(([name, source]) =>
  splitSql(source).map((text) => ({
    name,
    text: text.replaceAll(/--.*/g, '').replaceAll(/\s+/g, ' ').trim(),
  })),
)

const placements = new Map(
  statements.flatMap(({ text }) => {
    const [, table, kind] = /^select platform\.place\('(\w+)', '(\w+)'/.exec(text) ?? []
    return table !== undefined && kind !== undefined ? [[table, kind]] : []
  }),
)

const tables = statements.flatMap(({ name, text }) => {
  const [, table, body] = /^create table (?:if not exists )?(\w+) \((.*)\)$/.exec(text) ?? []
  return table !== undefined && body !== undefined ? [{ name, table, body }] : []
})

function isDistributed(table: string | undefined): boolean {
  return placements.get(table ?? '') === 'distributed'
}

/** The tables whose definition breaks a rule. */
function breaking(rule: (table: string, body: string) => boolean): readonly string[] {
  return tables.filter(({ table, body }) => !rule(table, body)).map(({ table }) => table)
}

test('there are tables to judge', () => {
  expect(tables.length).toBeGreaterThan(10)
})

test('every table says how it lies on several machines', () => {
  expect(breaking((table) => placements.has(table))).toEqual([])
})

test('keys and unique constraints of a distributed table begin with its region', () => {
  const keys = /(?:primary key|unique) \((\w+)/g
  expect(
    breaking(
      (table, body) =>
        !isDistributed(table) ||
        (body.includes('region_code text not null') &&
          /primary key \(/.test(body) &&
          [...body.matchAll(keys)].every(([, first]) => first === 'region_code') &&
          !/ (?:primary key|unique)(?:,|$| [^(])/.test(body)),
    ),
  ).toEqual([])
})

test('indexes of a distributed table begin with its region', () => {
  const wrong = statements.filter(({ text }) => {
    const [, table, first] = /^create (?:unique )?index \w+ on (\w+) \((\w+)/.exec(text) ?? []
    return isDistributed(table) && first !== 'region_code'
  })
  expect(wrong).toEqual([])
})

test('foreign keys are added one by one, after the tables have their places', () => {
  expect(breaking((_, body) => !/\breferences\b|\bforeign key\b/.test(body))).toEqual([])
  const several = statements.filter(({ text }) => (text.match(/foreign key/g) ?? []).length > 1)
  expect(several).toEqual([])
})

test('foreign keys of a distributed table hold its region and stay among distributed tables', () => {
  const wrong = statements.filter(({ text }) => {
    const [, table, first, target] =
      /^alter table (\w+) add foreign key \((\w+)[^)]*\) references (\w+)/.exec(text) ?? []
    return (
      (isDistributed(table) || isDistributed(target)) &&
      !(isDistributed(table) && isDistributed(target) && first === 'region_code')
    )
  })
  expect(wrong).toEqual([])
})

test('no triggers, and no moment but the one the program gives', () => {
  const wrong = statements.filter(({ text }) =>
    /create (?:or replace )?trigger|\bnow\(\)|current_timestamp|clock_timestamp/i.test(text),
  )
  expect(wrong).toEqual([])
})

test('nothing Citus refuses over distributed tables', () => {
  const wrong = statements.filter(({ text }) =>
    /\b(?:rollup|cube|grouping sets|merge into|with recursive|lateral)\b/i.test(text),
  )
  expect(wrong).toEqual([])
})

test('only types that every PostgreSQL from 15 on has', () => {
  const types =
    /^(?:text|uuid|integer|bigint|boolean|numeric|double precision|timestamptz|date|jsonb|tsvector)\b/
  const wrong = tables.flatMap(({ table, body }) =>
    body
      .split(/,(?![^(]*\))/)
      .map((column) => column.trim())
      .filter((column) => !/^(?:primary key|unique|check|constraint)\b/.test(column))
      .filter((column) => !types.test(column.replace(/^\w+ /, '')))
      .map((column) => `${table}: ${column}`),
  )
  expect(wrong).toEqual([])
})
