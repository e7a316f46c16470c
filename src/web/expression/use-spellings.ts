import { spellNames } from '#contract/search.ts'
import type { Spellings } from '#core/expression/completions.ts'
import { describedFunctions } from '#core/expression/signatures.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../api/call.ts'
import type { ExpressionVocabulary } from './vocabulary.ts'

const none: Spellings = new Map()
const mostNames = 3000

/** What the names of a vocabulary and the functions are typed as in letters; empty until it is known. */
export function useSpellings({ names }: ExpressionVocabulary): Spellings {
  const wanted = useMemo(() => chineseOf(names.map(({ name }) => name)), [names])
  const { data } = useQuery({
    queryKey: ['search', 'spellings', wanted],
    queryFn: async ({ signal }) => {
      const { spellings } = await call(spellNames, { names: wanted }, signal)
      return new Map(wanted.map((name, index) => [name, spellings[index] ?? []]))
    },
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
  return data ?? none
}

function chineseOf(names: readonly string[]): readonly string[] {
  const functions = describedFunctions.flatMap((one) => one.names.slice(0, 1))
  const all = new Set([...functions, ...names].filter((name) => /\p{Script=Han}/u.test(name)))
  return [...all].slice(0, mostNames)
}
