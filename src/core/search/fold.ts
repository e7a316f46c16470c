/** Letters and digits of full width as those of a keyboard; every character stays one. */
export function narrow(text: string): string {
  return text.replaceAll(/[Ａ-Ｚａ-ｚ０-９]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}

/**
 * The form in which texts are compared: narrow and without capitals. Only those of ASCII, as
 * PostgreSQL's `ilike` has it; every character stays one.
 */
export function fold(text: string): string {
  return narrow(text).replaceAll(/[A-Z]/g, (capital) => capital.toLowerCase())
}
