/** The accounts every practice site knows, under the same two short names. */

export interface SiteAccount {
  key: string;
  name: string;
  handle: string;
  /** Numeric id as the big sites use it. */
  numericId: string;
  did: string;
}

export const ACCOUNTS: SiteAccount[] = [
  { key: 'northmoor', name: 'Northmoor', handle: 'northmoor', numericId: '100000000001001', did: 'did:plc:northmoor2f5q7xk3c' },
  { key: 'lena', name: 'Lena Ortiz', handle: 'lenaortiz', numericId: '100000000001002', did: 'did:plc:lenaortiz8d4m2wvz9' },
];

export function accountOf(url: URL): SiteAccount {
  const key = url.searchParams.get('account') ?? 'northmoor';
  return ACCOUNTS.find((account) => account.key === key) ?? ACCOUNTS[0]!;
}

export const LANGS = ['en', 'de', 'pt'] as const;
export type Lang = (typeof LANGS)[number];

export function langOf(url: URL): Lang {
  const asked = url.searchParams.get('lang');
  return LANGS.find((lang) => lang === asked) ?? 'en';
}

/** A post somebody else wrote, there to be answered. */
export const OTHERS = [
  { id: '1985000000000000101', name: 'Dana Reyes', handle: 'danareyes', text: 'Eleven drugstore balms on eczema-prone skin, one month. @northmoor came out softest, but the label is vague. Is it a treatment or a moisturiser?' },
  { id: '1985000000000000102', name: 'Otis Vale', handle: 'otisvale', text: 'Does the spring market open on Saturday or on Sunday this year?' },
];
