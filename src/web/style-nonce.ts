/**
 * Gives every style element that scripts create from now on the nonce of the page. The component
 * library passes its nonce on with most styles, but not with those that measure scroll bars and
 * those that hold the page still behind a dialog; the page's policy would refuse them.
 */
export function carryNonce(nonce: string): void {
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
