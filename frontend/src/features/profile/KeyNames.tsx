import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyAlgorithm } from './api';
import classes from './profile.module.css';

/** Kinds of key by name; a line never ends within one. */
export function KeyNames({ keys }: { keys: readonly KeyAlgorithm[] }) {
  const { t } = useTranslation('profile');
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && ', '}
      <span className={classes.word}>{t(`key.${key}.name`)}</span>
    </Fragment>
  ));
}
