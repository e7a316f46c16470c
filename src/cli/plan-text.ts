import { openFile } from './open-file.ts'
import { print } from './print.ts'

/** Prints the normalised text exactly: citations count its characters. */
export async function planText(path: string): Promise<void> {
  const { text } = await openFile(path)
  print(text)
}
