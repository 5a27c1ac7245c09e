/** What whoever has the key runs; the private key stays where it is. */
export const csrCommand = (challenge: string): string =>
  `openssl req -new -key key.pem -subj "/CN=${challenge}" -out proof.csr`;

export const signatureCommand = (challenge: string): string =>
  `printf '%s' '${challenge}' | openssl dgst -sha256 -sign key.pem | openssl base64`;

/** Ed25519 signs the text itself. */
export const edSignatureCommand = (challenge: string): string =>
  `printf '%s' '${challenge}' > challenge.txt && openssl pkeyutl -sign -rawin -inkey key.pem -in challenge.txt | openssl base64`;
