/** Which certificate browsers take at an address without asking (F-14). */
export type Choice = { readonly url: string; readonly issuer: string };

export const WAYS = ['policy', 'edge', 'chrome', 'mac', 'linux', 'firefox'] as const;
export type Way = (typeof WAYS)[number];

const POLICY = 'AutoSelectCertificateForUrls';

/** The address without its path, as the policy wants it; undefined for what is no address of a server. */
export function originOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return undefined;
  const { protocol, origin } = new URL(trimmed);
  return protocol === 'https:' ? origin : undefined;
}

/** One value of the policy: JSON in one line. */
export function policyValue({ url, issuer }: Choice): string {
  return JSON.stringify({ pattern: url, filter: { ISSUER: { CN: issuer } } });
}

/** What is pasted or saved for each way of setting it. */
export function policyText(way: Way, choice: Choice): string {
  const value = policyValue(choice);
  switch (way) {
    case 'policy':
      return value;
    case 'edge':
      return registry('Microsoft\\Edge', value);
    case 'chrome':
      return registry('Google\\Chrome', value);
    case 'mac':
      return `<key>${POLICY}</key>\n<array>\n  <string>${escapeXml(value)}</string>\n</array>`;
    case 'linux':
      return JSON.stringify({ [POLICY]: [value] }, null, 2);
    case 'firefox':
      return JSON.stringify(
        {
          policies: {
            Preferences: {
              'security.default_personal_cert': { Value: 'Select Automatically', Status: 'locked' },
              'security.osclientcerts.autoload': { Value: true, Status: 'locked' },
            },
          },
        },
        null,
        2,
      );
  }
}

function registry(product: string, value: string): string {
  const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${product}\\${POLICY}`;
  return `Windows Registry Editor Version 5.00\n\n[${key}]\n"1"="${value.replace(/[\\"]/g, '\\$&')}"`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
