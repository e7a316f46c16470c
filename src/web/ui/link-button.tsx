import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'

// A prop of its own: the link would take `type` for the kind of document it leads to.
function LookedButton({
  look,
  ...rest
}: { look?: 'primary' | 'link' } & Omit<ButtonProps, 'type'>) {
  return <Button {...rest} {...(look && { type: look })} />
}

/** A link to another page that looks like a button. */
export const LinkButton = createLink(LookedButton)
