import type { expression } from './zh-expression.ts'
import type { Worded } from './zh.ts'

export const expressionInEnglish: Worded<typeof expression> = {
  expression: {
    offers: 'What may be written',
    offered: '{count} options; arrows choose, Enter takes',
    kinds: { name: 'Name', function: 'Function', unit: 'Unit', word: 'Sign' },
    begin: 'Type a name, pinyin or a function; Alt+↓ lists all',
    right: 'Correct',
    unit: 'Correct; unit of the result: {unit}',
    condition: 'Correct; holds or does not hold',
    show: 'Show the place',
  },
}
