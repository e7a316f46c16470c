import type { Id } from '#core/id.ts'
import * as z from 'zod'

/** A UUID; the kind only lives in the types. */
export function id<Kind extends string>(kind: Kind): z.ZodType<Id<Kind>, string> {
  return z.uuid().meta({ description: `id of a ${kind}` }) as unknown as z.ZodType<Id<Kind>, string>
}

/** A moment in UTC as ISO 8601, `2026-03-31T08:00:00.000Z`. */
export const moment = z.iso.datetime()

/** A day, `2026-03-31`. */
export const day = z.iso.date()

/** A year as a document names it, however far. */
export const year = z.int().min(-32768).max(32767)

/** The code of a region after GB/T 2260, or one of our own where the standard has none. */
export const regionCode = z.string().regex(/^[\w-]{1,40}$/)

/** Counts up by one with each change; a change names the revision it was made from, which can still count up. */
export const revision = z.int().min(0).max(2_147_483_646)

/** Counts the versions of a plan from 1; in a query string it arrives as text. */
export const queryVersion = z.coerce.number().int().min(1).max(2_147_483_647).optional()

/** A list nobody changes. */
export function list<Item extends z.ZodType>(item: Item): z.ZodReadonly<z.ZodArray<Item>> {
  return z.array(item).readonly()
}

/** A list in a query string, where one value and many look different: `?region=1&region=2`. */
export function queryList<Item extends z.ZodType>(item: Item): QueryList<Item> {
  const one = item.transform((value): readonly z.output<Item>[] => [value])
  return z.union([list(item), one]).default([])
}

type QueryList<Item extends z.ZodType> = z.ZodDefault<
  z.ZodUnion<
    readonly [
      z.ZodReadonly<z.ZodArray<Item>>,
      z.ZodPipe<Item, z.ZodTransform<readonly z.output<Item>[], z.output<Item>>>,
    ]
  >
>

/** Text a person typed into one line. */
export const line = z.string().trim().min(1).max(2000)
