import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../format/dates';

const files = import.meta.glob<Record<string, unknown>>('./{ja,en}/*.json', { import: 'default' });

/** Each namespace of each language is one chunk, fetched when a page first needs it. */
const chunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`No messages ${language}/${namespace}`), false);
    load().then(
      (messages) => done(null, messages),
      (cause: unknown) => done(cause instanceof Error ? cause : new Error(String(cause)), false),
    );
  },
};

const KEY = 'shomei.language';

function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'ja' || kept === 'en') return kept;
  // Japanese first: English only for a browser that asks for it and not for Japanese.
  const wanted = navigator.languages ?? [];
  return wanted.some((language) => language.startsWith('ja')) || !wanted.some((language) => language.startsWith('en'))
    ? 'ja'
    : 'en';
}

export async function startMessages(): Promise<void> {
  const language = firstLanguage();
  document.documentElement.lang = language;
  await i18next
    .use(chunks)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
