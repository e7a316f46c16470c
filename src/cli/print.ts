/** Writes a result to standard output, which carries nothing else. */
export function print(text: string): void {
  process.stdout.write(text)
}

/** Writes a result as one JSON document. */
export function printJson(value: unknown): void {
  print(`${JSON.stringify(value, null, 2)}\n`)
}
