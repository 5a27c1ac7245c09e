import { Breadcrumbs, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from './links';
import classes from './Page.module.css';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The way back, for pages below the second level. */
  readonly trail?: readonly { readonly label: string; readonly to: string }[];
  /** Forms are narrow enough to read, tables as wide as the window. */
  readonly width?: 'text' | 'form' | 'full';
  /** A second line of status under the title. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
};

/** One page: its title in the tab and as the only h1. */
export function Page({ title, lead, actions, trail, width = 'full', status, children }: Props) {
  const { t } = useTranslation();
  useDocumentTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      {trail && (
        <nav aria-label={t('trail')}>
          <Breadcrumbs separator="›">
            {trail.map((step) => (
              <TextLink key={step.to} size="sm" to={step.to}>
                {step.label}
              </TextLink>
            ))}
            <span aria-current="page" className={classes.here}>
              {title}
            </span>
          </Breadcrumbs>
        </nav>
      )}
      <Group align="flex-start" className={classes.head} gap="md" justify="space-between">
        <div className={classes.titles}>
          <Title order={1} tabIndex={-1}>
            {title}
          </Title>
          {status}
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </div>
  );
}

export function useDocumentTitle(title: string): void {
  const { t } = useTranslation();
  const product = t('product');
  useEffect(() => {
    document.title = `${title} | ${product}`;
  }, [title, product]);
}
