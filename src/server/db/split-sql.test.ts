import { splitSql } from './split-sql.ts'
import { expect, test } from 'vitest'

test.each([
  ['select 1; select 2;', ['select 1', 'select 2']],
  ["select ';'; select ';''a'", ["select ';'", "select ';''a'"]],
  ['select ";" from t;', ['select ";" from t']],
  ['select 1; -- a; b\n', ['select 1']],
  ['-- a; b\nselect 1', ['-- a; b\nselect 1']],
  ['/* a; */ select 1;', ['/* a; */ select 1']],
  ['do $$ begin; end $$; select 1', ['do $$ begin; end $$', 'select 1']],
  ['do $x$ $$;$$ $x$; select 1', ['do $x$ $$;$$ $x$', 'select 1']],
  ['select $1; select $2', ['select $1', 'select $2']],
  [' ;; ', []],
])('%j is parted at the semicolons that end statements', (source, statements) => {
  expect(splitSql(source)).toEqual(statements)
})
