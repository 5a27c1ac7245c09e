/** Programs that sign, with the lines to type; what one replaces with one's own is the same in all. */
export const PROGRAMS = ['signtool', 'jarsigner', 'osslsigncode', 'openssl'] as const;

export type Program = (typeof PROGRAMS)[number];

export function commandsFor(program: Program, url: string): string {
  switch (program) {
    case 'signtool':
      return [`signtool sign /a /fd SHA256 /tr ${url} /td SHA256 app.exe`, 'signtool verify /pa /tw app.exe'].join(
        '\n',
      );
    case 'jarsigner':
      return [
        `jarsigner -keystore key.p12 -tsa ${url} -tsadigestalg SHA-256 app.jar alias`,
        'jarsigner -verify -verbose -certs app.jar',
      ].join('\n');
    case 'osslsigncode':
      return [
        `osslsigncode sign -pkcs12 key.p12 -h sha256 -ts ${url} -in app.exe -out app-signed.exe`,
        'osslsigncode verify -TSA-CAfile root.pem -in app-signed.exe',
      ].join('\n');
    case 'openssl':
      return [
        'openssl ts -query -data document.pdf -sha256 -cert -out document.tsq',
        `curl -sS -H "Content-Type: application/timestamp-query" --data-binary @document.tsq -o document.tsr ${url}`,
        'openssl ts -verify -data document.pdf -in document.tsr -CAfile root.pem',
      ].join('\n');
  }
}
