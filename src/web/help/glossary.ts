import { zh } from '../messages/zh.ts'

/** A word of the field that explains itself; its text is in `messages/*-desk.ts`. */
export type TermName = keyof typeof zh.glossary

export const termNames = Object.keys(zh.glossary) as readonly TermName[]
