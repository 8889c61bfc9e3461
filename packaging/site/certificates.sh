#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# certificates.sh FOLDER NAME...: a certificate for each NAME (a host's name or address, or a device's) out of a small
# authority in FOLDER, which is made the first time. For a trial, and for sites without an authority of their own; its
# key, ca.key, belongs on no machine that serves. Each lasts 825 days; one that is there stays, so remove it to renew it.
set -euo pipefail
umask 077
folder=${1:?which folder?}
shift
mkdir -p "$folder"
cd "$folder"
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key" 2>/dev/null; }
if [ ! -e ca.crt ]; then
    key ca
    openssl req -x509 -new -key ca.key -sha256 -days 3650 -subj '/CN=Tridesk site authority' -out ca.crt \
        -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign'
fi
for name; do
    [ ! -e "$name.crt" ] || continue
    kind=DNS
    [[ $name =~ ^[0-9.]+$ || $name == *:* ]] && kind=IP
    key "$name"
    openssl req -new -key "$name.key" -subj "/CN=$name" |
        openssl x509 -req -CA ca.crt -CAkey ca.key -CAcreateserial -days 825 -sha256 -out "$name.crt" -extfile <(
            printf 'subjectAltName=%s:%s\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth,clientAuth\n' \
                "$kind" "$name"
        ) 2>/dev/null
done
chmod 644 ./*.crt
