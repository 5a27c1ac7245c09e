import { Button, Group } from '@mantine/core';
import { IconArrowBigUp, IconArrowBigUpFilled, IconBackspace } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';
import { Loading } from '../ui/Loading';
import { KeyBoard } from './KeyBoard';
import classes from './keyboard.module.css';
import { LETTER_ROWS, SYMBOL_ROWS } from './keys';

type Props = {
  /** The field it writes into. */
  readonly label: string;
  readonly opened: boolean;
  readonly maxLength: number;
  readonly onConfirm: (text: string) => void;
  readonly onClose: () => void;
};

/**
 * Enters a secret by pointing instead of typing. What was entered reaches the field with Confirm alone, and is forgotten
 * however the dialog is left: its content is unmounted with it.
 */
export function SoftwareKeyboard({ label, opened, maxLength, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} opened={opened} size="60rem" title={t('secret.keyboardOf', { field: label })}>
      <Suspense fallback={<Loading />}>
        <Content
          label={label}
          maxLength={maxLength}
          onCancel={onClose}
          onConfirm={(text) => {
            onConfirm(text);
            onClose();
          }}
        />
      </Suspense>
    </Dialog>
  );
}

type ContentProps = Pick<Props, 'label' | 'maxLength' | 'onConfirm'> & { readonly onCancel: () => void };

function Content({ label, maxLength, onConfirm, onCancel }: ContentProps) {
  const { t } = useTranslation(['keyboard', 'common']);
  const [text, setText] = useState('');
  const [shift, setShift] = useState(false);
  const enter = (char: string) => setText((before) => (before.length < maxLength ? before + char : before));
  const Arrow = shift ? IconArrowBigUpFilled : IconArrowBigUp;
  return (
    <div className={classes.content}>
      <p className={classes.lead}>{t('lead')}</p>
      <div className={classes.entered}>
        <span aria-hidden="true" className={classes.dots}>
          {'●'.repeat(text.length) || '　'}
        </span>
        {/* How many, not which: others may listen. */}
        <span aria-live="polite" className={classes.count}>
          {t('entered', { count: text.length })}
        </span>
      </div>
      <div className={classes.boards}>
        <div className={classes.letters}>
          <KeyBoard
            charOf={(key) => (shift ? key.toUpperCase() : key)}
            label={t('letters')}
            onKey={enter}
            rows={LETTER_ROWS}
          />
          <Group gap="xs" mt="xs">
            <Button
              aria-pressed={shift}
              leftSection={<Arrow aria-hidden="true" size={20} />}
              onClick={() => setShift(!shift)}
              variant={shift ? 'filled' : 'default'}
            >
              {t('shift')}
            </Button>
            <Button
              disabled={text === ''}
              leftSection={<IconBackspace aria-hidden="true" size={20} />}
              onClick={() => setText(text.slice(0, -1))}
              variant="default"
            >
              {t('backspace')}
            </Button>
            <Button disabled={text === ''} onClick={() => setText('')} variant="default">
              {t('clear')}
            </Button>
          </Group>
        </div>
        <div className={classes.symbols}>
          <KeyBoard label={t('symbols')} onKey={enter} rows={SYMBOL_ROWS} />
        </div>
      </div>
      <Group gap="sm" justify="flex-end">
        <Button onClick={onCancel} variant="default">
          {t('common:cancel')}
        </Button>
        <Button disabled={text === ''} onClick={() => onConfirm(text)}>
          {t('confirm', { field: label })}
        </Button>
      </Group>
    </div>
  );
}
