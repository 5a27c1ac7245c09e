export const TOPICS = ['csr', 'tsv', 'errors', 'log-in'] as const;
export type Topic = (typeof TOPICS)[number];

/** Codes of refused rows: the published ones to 215 and 371, and ours from 216. */
export const ERROR_CODES = [
  '201',
  '202',
  '204',
  '205',
  '206',
  '208',
  '209',
  '212',
  '213',
  '214',
  '215',
  '216',
  '217',
  '218',
  '219',
  '220',
  '221',
  '222',
  '223',
  '224',
  '225',
  '226',
  '227',
  '228',
  '229',
  '230',
  '371',
] as const;
