import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'

/** A link to another page that looks like a button. */
export const LinkButton = createLink((props: ButtonProps) => <Button {...props} />)
