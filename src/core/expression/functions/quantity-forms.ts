import { multiplyUnits, one, sameDimension, type Unit, unit } from '../../quantity/unit.ts'
import { scaled } from '../check/convert.ts'
import { Refused } from '../check/refused.ts'
import { type Call, place, type Step, wanted } from '../check/step.ts'
import { argument, type FormRule, ofNumbers } from './form.ts'
import { finite } from '../value.ts'

/** Forms whose unit follows from the units of their arguments. */
export const quantityForms: readonly FormRule[] = [
  {
    names: ['折标', 'toStandardCoal'],
    arguments: [2, 2],
    make: standardCoal,
    meaning: '折标准煤(实物量, 折标系数)；系数不写单位时为每单位实物量的吨标准煤',
  },
]

const tonnes = unit('吨标准煤') ?? one

/** 万千瓦时 by 吨标准煤/万千瓦时 is 吨标准煤; a coefficient without a unit is in 吨标准煤 for each unit of the amount. */
function standardCoal(node: Call, given: readonly Step[]): Step {
  const amount = wanted(argument(given, 0), 'number')
  const factor = wanted(argument(given, 1), 'number')
  const known = amount.unit && factor.unit && !factor.bare && !amount.bare
  const product: Unit = known ? multiplyUnits(amount.unit ?? one, factor.unit ?? one) : tonnes
  if (!sameDimension(product, tonnes)) {
    throw new Refused({
      code: 'wrong-unit',
      ...place(factor.node),
      found: factor.unit?.label ?? '',
      wanted: `吨标准煤/${amount.unit?.label ?? ''}`,
    })
  }
  return {
    node,
    kind: 'number',
    unit: tonnes,
    parts: [amount, factor],
    run: (at) =>
      scaled(
        ofNumbers([amount.run(at), factor.run(at)], ([a = Number.NaN, b = Number.NaN]) =>
          finite(a * b),
        ),
        product.scale,
      ),
  }
}
