import type { Quantity } from '../../quantity/quantity.ts'

/** A found figure without what is only of use while reading, such as where it stands. */
export function plainQuantity({ value, high, unit, op, text }: Quantity): Quantity {
  return {
    ...(value !== undefined && { value }),
    ...(high !== undefined && { high }),
    ...(unit !== undefined && { unit }),
    op,
    text: text.trim(),
  }
}
