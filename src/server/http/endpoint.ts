import type { Answer, FileRoute, Parsed, Route } from '#contract/route.ts'
import type { ReadContext, Visit, WriteContext } from './context.ts'
import type { Readable } from 'node:stream'

/** A route with what answers it, for `mount`. */
export type Endpoint =
  | { readonly kind: 'read'; readonly route: Route; readonly answer: AnswerRead }
  | { readonly kind: 'write'; readonly route: Route; readonly answer: AnswerWrite }
  | { readonly kind: 'work'; readonly route: Route; readonly answer: AnswerWork }
  | { readonly kind: 'upload'; readonly route: Route; readonly answer: AnswerUpload }
  | { readonly kind: 'door'; readonly route: Route; readonly answer: AnswerAtDoor }
  | { readonly kind: 'file'; readonly route: FileRoute; readonly answer: AnswerFile }

type AnswerRead = (input: unknown, context: ReadContext, transact: Transact) => unknown
type AnswerWrite = (input: unknown, context: WriteContext) => unknown
type AnswerWork = (input: unknown, transact: Transact) => unknown
type AnswerUpload = (
  input: unknown,
  files: AsyncIterable<UploadedFile>,
  transact: Transact,
) => unknown
type AnswerAtDoor = (input: unknown, visit: Visit) => unknown
type AnswerFile = (
  input: unknown,
  context: ReadContext,
  transact: Transact,
) => Promise<FileAnswer> | FileAnswer

/** One file of an upload, to be read to its end before the next is asked for. */
export interface UploadedFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Readable
  /** After the end of `content`: it was cut off at the largest size allowed. */
  readonly isCut: () => boolean
}

/** Runs a piece of work in a transaction of its own. */
export type Transact = <Value>(work: (context: WriteContext) => Promise<Value>) => Promise<Value>

export interface FileAnswer {
  readonly name: string
  readonly content: Readable | Uint8Array
  /** In bytes, where it is known beforehand. */
  readonly size?: number
}

/** Answers a question; `transact` is for what is to be remembered about that. */
export function read<R extends Route>(
  route: R,
  answer: (
    input: Parsed<R>,
    context: ReadContext,
    transact: Transact,
  ) => Promise<Answer<R>> | Answer<R>,
): Endpoint {
  return { kind: 'read', route, answer: answer as AnswerRead }
}

/** Changes something; the handler is one transaction. */
export function write<R extends Route>(
  route: R,
  answer: (input: Parsed<R>, context: WriteContext) => Promise<Answer<R>> | Answer<R>,
): Endpoint {
  return { kind: 'write', route, answer: answer as AnswerWrite }
}

/** Changes something in several steps, with slow work between transactions of its own. */
export function work<R extends Route>(
  route: R,
  answer: (input: Parsed<R>, transact: Transact) => Promise<Answer<R>>,
): Endpoint {
  return { kind: 'work', route, answer: answer as AnswerWork }
}

/** Takes in files as they stream; no transaction is open meanwhile, the handler opens its own. */
export function upload<R extends Route>(
  route: R,
  answer: (
    input: Parsed<R>,
    files: AsyncIterable<UploadedFile>,
    transact: Transact,
  ) => Promise<Answer<R>>,
): Endpoint {
  return { kind: 'upload', route, answer: answer as AnswerUpload }
}

/** Lets people in and out: what it changes is in transactions of its own, a refusal leaves traces. */
export function door<R extends Route>(
  route: R,
  answer: (input: Parsed<R>, visit: Visit) => Promise<Answer<R>> | Answer<R>,
): Endpoint {
  return { kind: 'door', route, answer: answer as AnswerAtDoor }
}

/** Gives a file; `transact` is for what is to be remembered about that. */
export function file<R extends FileRoute>(
  route: R,
  answer: (input: Parsed<R>, context: ReadContext, transact: Transact) => Promise<FileAnswer>,
): Endpoint {
  return { kind: 'file', route, answer: answer as AnswerFile }
}
