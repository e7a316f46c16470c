import { useSyncExternalStore } from 'react'

export type Language = 'zh-CN' | 'en'

const key = 'jingwei.language'
const listeners = new Set<() => void>()

/** The language of the screen, kept in this browser; Chinese unless another was chosen. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, chosenLanguage)
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(key, language)
  for (const listener of listeners) listener()
}

function chosenLanguage(): Language {
  return localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
