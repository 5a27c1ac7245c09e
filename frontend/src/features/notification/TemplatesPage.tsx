import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { FilterBar } from '../../shared/ui/FilterBar';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { noticeTemplatesQuery } from './api';
import classes from './notification.module.css';
import { LABELS, MAIL_LANGUAGES, templatesSearch } from './search';

const route = getRouteApi('/app/notice-templates');

/** Every mail the platform sends, as people get it. */
export function TemplatesPage() {
  const { t } = useTranslation(['notification', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const templates = useQuery(noticeTemplatesQuery(search, useLanguage()));
  return (
    <Page
      lead={t('templates.lead')}
      title={t('templates.title')}
      trail={[{ label: t('title'), to: '/notices' }]}
      width="form"
    >
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'label',
            label: t('templates.label'),
            options: LABELS.map((label) => ({ value: label, label: t(`common:tenantLabel.${label}`) })),
          },
          {
            type: 'choice',
            name: 'language',
            label: t('templates.language'),
            options: MAIL_LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: templatesSearch(values) })}
        values={search}
      />
      {templates.isError ? (
        <ProblemPanel error={templates.error} onRetry={() => templates.refetch()} />
      ) : templates.data ? (
        templates.data.items.map((template) => (
          <Card key={template.kind} title={template.title}>
            <Mail subject={template.subject} text={template.text} />
          </Card>
        ))
      ) : (
        <Loading lines={16} />
      )}
    </Page>
  );
}

function Mail({ subject, text }: { subject: string; text: string }) {
  const id = useId();
  return (
    <article aria-labelledby={id} className={classes.mail}>
      <Title className={classes.subject} id={id} order={3} size="h4">
        {subject}
      </Title>
      <p className={classes.text}>{text}</p>
    </article>
  );
}
