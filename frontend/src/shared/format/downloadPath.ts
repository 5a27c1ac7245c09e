/**
 * The addresses inside certificates are http (RFC 5280 8: no loop of fetching a CRL to trust the CRL's server), which a
 * browser does not load from an https page. The same files are served here under the same path.
 */
export function downloadPath(url: string): string {
  const { pathname } = new URL(url, 'https://localhost');
  return pathname.startsWith('/pki/') ? pathname : url;
}

/** The last part of an address: what the file is called. */
export const fileNameOf = (url: string): string => new URL(url).pathname.split('/').pop() ?? '';
