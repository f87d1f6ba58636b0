#!/usr/bin/env bash
# Run a command with DATABASE_URL set to a PostgreSQL that exists only for that command:
#
#     scripts/postgres.sh .venv/bin/python -m pytest
#
# The cluster lives in a temporary folder, listens on a free port of 127.0.0.1 with a password made on the
# spot, and does not wait for the disk (it is thrown away anyway). It is stopped whatever happens.
# PostgreSQL refuses to run as root; root starts it as the user postgres.
set -euo pipefail

cd "$(dirname "$0")/.."
python=.venv/bin/python
bin=$("$python" -c 'from scripts.system import find_postgres; print(find_postgres())')
if [ -z "$bin" ]; then
    echo "PostgreSQL is niet gevonden. Installeren kan met: sudo apt-get install --yes postgresql" >&2
    exit 2
fi

map=$(mktemp -d "${TMPDIR:-/tmp}/grondvlak-pg.XXXXXX")
als=()
if [ "$(id -u)" -eq 0 ]; then
    als=(runuser -u postgres --)
    chown postgres "$map"
fi

stop() {
    "${als[@]}" "$bin/pg_ctl" -D "$map/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$map"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

geheim=$("$python" -c 'import secrets; print(secrets.token_hex(16))')
poort=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(umask 077 && echo "$geheim" >"$map/geheim")
[ "$(id -u)" -ne 0 ] || chown postgres "$map/geheim"

# From the temporary folder: the user postgres may not be allowed to stand in ours.
(
    cd "$map"
    "${als[@]}" "$bin/initdb" -D "$map/data" -U grondvlak --pwfile "$map/geheim" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$map/initdb.log" ||
        { cat "$map/initdb.log" >&2; exit 1; }
    "${als[@]}" "$bin/pg_ctl" -D "$map/data" -l "$map/data/server.log" -w -t 60 -o \
        "-p $poort -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off \
         -c synchronous_commit=off -c full_page_writes=off -c max_connections=60" start >/dev/null ||
        { cat "$map/data/server.log" >&2; exit 1; }
)

# The database itself is made by Django's test runner beside "postgres", which initdb made.
export DATABASE_URL="postgres://grondvlak:$geheim@127.0.0.1:$poort/postgres"
"$@"
