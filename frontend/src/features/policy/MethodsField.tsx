import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PolicyKey } from './api';
import { fieldId } from './fieldId';
import classes from './policy.module.css';

type Props = {
  readonly policyKey: PolicyKey;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error?: string | undefined;
};

/** Ways to do something, in order; each is a set of things that go together. */
export function MethodsField({ policyKey: key, value, onChange, error }: Props) {
  const { t } = useTranslation('policy');
  const methods = Array.isArray(value) ? (value as string[][]) : [];
  const id = fieldId(key.path);
  const replace = (index: number, method: string[]) =>
    onChange(
      methods.map((each, at) =>
        at === index ? key.values.map((v) => v.value).filter((v) => method.includes(v)) : each,
      ),
    );
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className={classes.methods} id={id} tabIndex={-1}>
      <legend className={classes.legend}>{key.title}</legend>
      <p className={classes.help}>{key.help}</p>
      <ol className={classes.methodList}>
        {methods.map((method, index) => (
          <li className={classes.method} key={index}>
            <Checkbox.Group
              label={t('method', { number: index + 1 })}
              onChange={(chosen) => replace(index, chosen)}
              value={method}
            >
              <div className={classes.choices}>
                {key.values.map((choice) => (
                  <Checkbox key={choice.value} label={choice.title} value={choice.value} />
                ))}
              </div>
            </Checkbox.Group>
            <div className={classes.methodTools}>
              <ActionIcon
                aria-label={t('methodUp', { number: index + 1 })}
                disabled={index === 0}
                onClick={() => onChange(moved(methods, index))}
                size="lg"
                variant="default"
              >
                <IconArrowUp aria-hidden="true" size={18} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('methodRemove', { number: index + 1 })}
                onClick={() => onChange(methods.filter((_, at) => at !== index))}
                size="lg"
                variant="default"
              >
                <IconTrash aria-hidden="true" size={18} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ol>
      <Button
        leftSection={<IconPlus aria-hidden="true" size={18} />}
        onClick={() => onChange([...methods, []])}
        size="sm"
        variant="default"
      >
        {t('methodAdd')}
      </Button>
      {error && (
        <p className={classes.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

function moved(methods: readonly string[][], index: number): string[][] {
  const before = methods[index - 1];
  const it = methods[index];
  if (!before || !it) return [...methods];
  return methods.map((each, at) => (at === index - 1 ? it : at === index ? before : each));
}
