import type { Worded } from './zh.ts'
import type { analysis } from './zh-analysis.ts'

export const analysisInEnglish: Worded<typeof analysis> = {
  analysis: {
    title: 'Analysis',
    note: 'A draft written from figures and rules in the words of statistics; every figure leads to its source. Download it, edit it in Word, sign it.',
    download: 'Download Word draft',
    asOf: 'As known on {day}',
    none: 'No figures to write about yet',
    noneHint: 'Come back once the month’s figures are in.',
    source: 'Show source',
    quarter: 'Quarter',
    year: 'Year',
    month: 'Month',
    missing: '（缺数）marks a figure that is not there; nothing was estimated.',
  },
  changes: {
    title: 'What changed',
    note: 'Since the last meeting: new and cleared reds, slipped days, revised figures, who said what. Prints on one page.',
    from: 'From',
    to: 'to',
    lamps: 'Lamps',
    revised: 'Revised figures',
    warnings: 'Warnings',
    raised: 'New',
    cleared: 'Cleared',
    opened: 'Matters raised',
    closed: 'Matters closed',
    slipped: 'Due and not done',
    said: 'What lead units said',
    nothing: 'None',
    print: 'Print',
    was: '{before} → {after}',
  },
}
