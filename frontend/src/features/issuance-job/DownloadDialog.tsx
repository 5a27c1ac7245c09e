import { Button, Group, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { Callout } from '../../shared/ui/Callout';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { Dialog } from '../../shared/ui/Dialog';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import {
  bundleUrl,
  type IssuanceOffer,
  type P12Profile,
  PASSWORDS_URL,
  useSelectedBundle,
  useSelectedPasswords,
} from './api';
import { Reproven } from './Reproven';

type Props = {
  readonly what: 'bundle' | 'passwords';
  readonly offer: IssuanceOffer;
  readonly selected: readonly string[];
  readonly onClose: () => void;
};

/** Key files or their passwords, of all valid certificates or of those that are selected (DN-030, DN-031). */
export function DownloadDialog({ what, offer, selected, onClose }: Props) {
  const { t } = useTranslation(['issuanceJob', 'common']);
  const { number } = useNumbers();
  const [which, setWhich] = useState<'all' | 'selected'>(selected.length > 0 ? 'selected' : 'all');
  const [p12Profile, setP12Profile] = useState<P12Profile>(offer.p12Profile);
  const bundle = useSelectedBundle();
  const passwords = useSelectedPasswords();
  const mutation = what === 'bundle' ? bundle : passwords;
  const { keyFiles } = offer;
  const save = () => {
    const options = { onSuccess: onClose };
    if (what === 'bundle') bundle.mutate({ certificates: selected, p12Profile }, options);
    else passwords.mutate(selected, options);
  };
  return (
    <Dialog onClose={onClose} opened size="lg" title={t(`download.${what}.title`)}>
      <Stack gap="lg">
        <p style={{ margin: 0 }}>{t(`download.${what}.lead`)}</p>
        {selected.length > 0 && (
          <ChoiceGroup
            choices={[
              {
                value: 'selected' as const,
                name: t('download.selected', { count: selected.length, value: number(selected.length) }),
              },
              { value: 'all' as const, name: t('download.all', { count: keyFiles, value: number(keyFiles) }) },
            ]}
            legend={t('download.which')}
            onChange={setWhich}
            value={which}
          />
        )}
        {what === 'bundle' && (
          <ChoiceGroup
            choices={(['compat', 'modern'] as const).map((profile) => ({
              value: profile,
              name: t(`p12.${profile}.name`),
              line: t(`p12.${profile}.line`),
            }))}
            legend={t('p12.legend')}
            onChange={setP12Profile}
            value={p12Profile}
          />
        )}
        <Callout title={t('download.careTitle')} tone="warn">
          <p>{t('download.care')}</p>
          <p>
            <TextLink params={{ topic: 'p12' }} to="/help/$topic">
              {t('download.help')}
            </TextLink>
          </p>
        </Callout>
        {mutation.isError && <ProblemPanel error={mutation.error} />}
        <Reproven offer={offer}>
          <Group justify="flex-end">
            <Button onClick={onClose} variant="default">
              {t('common:cancel')}
            </Button>
            {which === 'all' ? (
              <Button
                component="a"
                download
                href={what === 'bundle' ? bundleUrl(p12Profile) : PASSWORDS_URL}
                leftSection={<IconDownload aria-hidden="true" size={18} />}
                onClick={onClose}
              >
                {t('download.do')}
              </Button>
            ) : (
              <Button
                leftSection={<IconDownload aria-hidden="true" size={18} />}
                loading={mutation.isPending}
                onClick={save}
              >
                {t('download.do')}
              </Button>
            )}
          </Group>
        </Reproven>
      </Stack>
    </Dialog>
  );
}
