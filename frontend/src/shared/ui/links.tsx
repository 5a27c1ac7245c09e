import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type TextProps = AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;
type ButtonLikeProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

/** A link inside the application, looking like text. */
export const TextLink = createLink((props: TextProps) => <Anchor {...props} />);

/** A link inside the application, looking like a button. */
export const ButtonLink = createLink((props: ButtonLikeProps) => <Button component="a" {...props} />);
