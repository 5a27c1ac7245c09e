#!/bin/sh
# Before nginx starts: fills in what was not mounted, so that a trial needs no preparation.
set -eu
cd "$TLS_DIRECTORY"
for file in tls.crt tls.key client-ca.pem upstream-ca.pem; do
  [ ! -e "/mnt/tls/$file" ] || cp "/mnt/tls/$file" .
done

if [ ! -e tls.crt ]; then
  echo "No tls.crt is mounted: a self-signed certificate is made."
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -keyout tls.key -out tls.crt \
    -subj "/CN=$PORTAL_NAME" -addext "subjectAltName=DNS:$PORTAL_NAME,DNS:$CERT_NAME" 2> /dev/null
fi
# The names of the CAs whose certificates browsers offer: no secret and no proof, so plain HTTP serves.
if [ ! -e client-ca.pem ]; then
  for ca in operations root; do
    curl -fsS --retry 30 --retry-all-errors --retry-delay 2 "http://$UPSTREAM_HOST:$UPSTREAM_HTTP_PORT/pki/$ca.pem"
  done > client-ca.pem
fi
[ -e upstream-ca.pem ] || cp client-ca.pem upstream-ca.pem
