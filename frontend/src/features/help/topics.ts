/** What there is to read, by whom it is for. */
export const GROUPS = {
  certificate: ['log-in', 'p12', 'ios', 'p12-rejected', 'choice', 'new-pc', 'deletion', 'download', 'expiry', 'fraud'],
  administrator: ['fleet', 'revocation', 'ip-restriction', 'network'],
  application: ['csr', 'tsv', 'errors', 'install', 'smime'],
} as const;

export type Group = keyof typeof GROUPS;
export type Topic = (typeof GROUPS)[Group][number];

export const TOPICS: readonly Topic[] = Object.values(GROUPS).flat();

/** Topics that are nothing but text, each as sections of the messages `guide`. */
export const GUIDES = [
  'ios',
  'p12-rejected',
  'choice',
  'new-pc',
  'deletion',
  'download',
  'expiry',
  'fraud',
  'network',
  'ip-restriction',
  'revocation',
] as const satisfies readonly Topic[];

export type GuideTopic = (typeof GUIDES)[number];

/** What people come with (the failures that happen most), and where it is answered: a topic, and the section of it. */
export const SITUATIONS = {
  'F-01': { topic: 'new-pc', section: 'before' },
  'F-01-gone': { topic: 'new-pc', section: 'gone' },
  'F-02': { topic: 'expiry' },
  'F-03': { topic: 'choice' },
  'F-04': { topic: 'deletion' },
  'F-05': { topic: 'p12-rejected', section: 'why' },
  'F-06': { topic: 'p12-rejected', section: 'lost' },
  'F-07': { topic: 'p12' },
  'F-08': { topic: 'download', section: 'again' },
  'F-12': { topic: 'download', section: 'lapsed' },
  'F-09': { topic: 'fraud', section: 'notice' },
  'F-10': { topic: 'ip-restriction', section: 'out' },
  'F-11': { topic: 'revocation', section: 'effective' },
  'F-13': { topic: 'network', section: 'inspection' },
  'F-14': { topic: 'fleet' },
} as const satisfies Record<string, { readonly topic: Topic; readonly section?: string }>;

export type Situation = keyof typeof SITUATIONS;

/** Where somebody goes on after a guide. */
export const NEXT: Record<GuideTopic, readonly Topic[]> = {
  ios: ['p12-rejected', 'p12'],
  'p12-rejected': ['p12', 'ios'],
  choice: ['expiry', 'deletion', 'log-in'],
  'new-pc': ['p12', 'deletion'],
  deletion: ['choice', 'new-pc'],
  download: ['p12', 'expiry'],
  expiry: ['choice', 'download'],
  fraud: ['revocation', 'new-pc'],
  network: ['fleet', 'log-in'],
  'ip-restriction': ['network'],
  revocation: ['fraud'],
};
