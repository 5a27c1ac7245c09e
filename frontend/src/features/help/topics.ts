export const TOPICS = ['csr', 'tsv', 'errors', 'install', 'p12', 'smime', 'log-in'] as const;
export type Topic = (typeof TOPICS)[number];
