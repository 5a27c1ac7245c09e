/** What every subject of an institution carries; the help shows an example's where nobody is logged in. */
export type Subject = {
  readonly o: string;
  readonly l?: string | undefined;
  readonly st?: string | undefined;
  readonly c: string;
};

export const EXAMPLE: Subject = { o: 'Example University', l: 'Chiyoda-ku', st: 'Tokyo', c: 'JP' };

/** What there is to type, with what it is called. */
export type Command = { readonly name: string; readonly text: string };

export const CSR_SERVERS = ['apache', 'nginx', 'iis', 'tomcat', 'openldap'] as const;
export type CsrServer = (typeof CSR_SERVERS)[number];

const HOST = 'www.example.ac.jp';

/** How keys and requests are made on each server: C, ST, L, O, CN, which is the order of certificates. */
export function csrCommands(server: CsrServer, subject: Subject): readonly Command[] {
  switch (server) {
    case 'apache':
    case 'nginx':
      return [rsa(subject), ec('P-384', 'sha384', subject), ec('P-256', 'sha256', subject), LOOK];
    case 'openldap':
      // slapd of many distributions takes RSA keys only.
      return [rsa(subject), LOOK];
    case 'iis':
      return [
        {
          name: 'request.inf (RSA 2048)',
          text: inf(subject, 'KeyAlgorithm = RSA\nKeyLength = 2048\nHashAlgorithm = sha256'),
        },
        {
          name: 'request.inf (ECDSA P-384)',
          text: inf(
            subject,
            'KeyAlgorithm = ECDSA_P384\nKeyLength = 384\nHashAlgorithm = sha384\nProviderName = "Microsoft Software Key Storage Provider"',
          ),
        },
        { name: 'certreq', text: 'certreq -new request.inf server.csr' },
      ];
    case 'tomcat':
      return [
        { name: 'RSA 2048', text: keytool('-keyalg RSA -keysize 2048 -sigalg SHA256withRSA', subject) },
        { name: 'ECDSA P-384', text: keytool('-keyalg EC -groupname secp384r1 -sigalg SHA384withECDSA', subject) },
        { name: 'CSR', text: 'keytool -certreq -alias tomcat -keystore server.p12 -file server.csr' },
      ];
  }
}

const LOOK: Command = { name: 'openssl req', text: 'openssl req -in server.csr -noout -verify -subject' };

function rsa(subject: Subject): Command {
  return { name: 'RSA 2048', text: opensslReq('rsa:2048', 'sha256', subject) };
}

function ec(curve: 'P-256' | 'P-384', digest: string, subject: Subject): Command {
  return { name: `ECDSA ${curve}`, text: opensslReq(`ec -pkeyopt ec_paramgen_curve:${curve}`, digest, subject) };
}

function opensslReq(key: string, digest: string, subject: Subject): string {
  const text = attributes(subject)
    .reverse()
    .map(([type, value]) => `/${type}=${value.replaceAll('/', '\\/')}`)
    .join('');
  return `openssl req -new -newkey ${key} -nodes -${digest} \\\n  -keyout server.key -out server.csr \\\n  -subj ${quoted(text)}`;
}

function keytool(key: string, subject: Subject): string {
  const text = attributes(subject)
    .map(([type, value]) => `${type}=${value.replace(/[,+"\\<>;]/g, '\\$&')}`)
    .join(', ');
  return `keytool -genkeypair -alias tomcat ${key} \\\n  -keystore server.p12 -storetype PKCS12 \\\n  -dname ${quoted(text)}`;
}

/** certreq knows ST as S and takes a value with a comma in quotation marks, doubled inside of others. */
function inf(subject: Subject, key: string): string {
  const text = attributes(subject)
    .map(([type, value]) => `${type === 'ST' ? 'S' : type}=${value.includes(',') ? `""${value}""` : value}`)
    .join(',');
  return `[NewRequest]\nSubject = "${text}"\n${key}\nMachineKeySet = TRUE\nExportable = FALSE\nRequestType = PKCS10`;
}

/** CN first, C last. */
function attributes({ o, l, st, c }: Subject): [string, string][] {
  const all: (readonly [string, string | undefined])[] = [
    ['CN', HOST],
    ['O', o],
    ['L', l],
    ['ST', st],
    ['C', c],
  ];
  return all.flatMap(([type, value]) => (value ? [[type, value] satisfies [string, string]] : []));
}

/** For a shell; an apostrophe ends the quotation, stands alone and begins it again. */
function quoted(text: string): string {
  return text.includes("'") ? `"${text.replace(/["\\$`]/g, '\\$&')}"` : `'${text}'`;
}

/** How the certificate and its chain are installed. */
export const INSTALL: Readonly<Record<CsrServer, readonly Command[]>> = {
  apache: [
    {
      name: 'ssl.conf',
      text: 'SSLCertificateFile    /etc/ssl/certs/fullchain.pem\nSSLCertificateKeyFile /etc/ssl/private/server.key',
    },
    { name: 'apachectl', text: 'apachectl configtest && systemctl reload apache2' },
  ],
  nginx: [
    {
      name: 'nginx.conf',
      text: 'ssl_certificate     /etc/nginx/tls/fullchain.pem;\nssl_certificate_key /etc/nginx/tls/server.key;',
    },
    { name: 'nginx', text: 'nginx -t && systemctl reload nginx' },
  ],
  iis: [{ name: 'certreq', text: 'certreq -accept server.p7b' }],
  tomcat: [
    {
      name: 'keytool',
      text: 'keytool -importcert -alias tomcat -keystore server.p12 \\\n  -trustcacerts -file server.p7b',
    },
    {
      name: 'server.xml',
      text: '<Connector port="443" protocol="org.apache.coyote.http11.Http11NioProtocol" SSLEnabled="true">\n  <SSLHostConfig>\n    <Certificate certificateKeystoreFile="conf/server.p12" certificateKeystorePassword="…" />\n  </SSLHostConfig>\n</Connector>',
    },
  ],
  openldap: [
    {
      name: 'tls.ldif',
      text: 'dn: cn=config\nchangetype: modify\nreplace: olcTLSCACertificateFile\nolcTLSCACertificateFile: /etc/ldap/tls/chain.pem\n-\nreplace: olcTLSCertificateFile\nolcTLSCertificateFile: /etc/ldap/tls/server.pem\n-\nreplace: olcTLSCertificateKeyFile\nolcTLSCertificateKeyFile: /etc/ldap/tls/server.key',
    },
    { name: 'ldapmodify', text: 'ldapmodify -Q -Y EXTERNAL -H ldapi:/// -f tls.ldif' },
  ],
};

/** What a stranger sees of the server: the names, the end and the chain. */
export const LOOK_FROM_OUTSIDE =
  'openssl s_client -connect www.example.ac.jp:443 -servername www.example.ac.jp -verify_return_error < /dev/null';

export const SAME_KEY =
  'openssl x509 -in server.pem -noout -pubkey | openssl sha256\nopenssl pkey -in server.key -pubout | openssl sha256';

export const NSS_IMPORT = 'pk12util -d sql:$HOME/.pki/nssdb -i certificate.p12\ncertutil -d sql:$HOME/.pki/nssdb -L';
