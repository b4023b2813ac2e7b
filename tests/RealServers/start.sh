#!/usr/bin/env bash
# Starts Request Tracker and Redmine from the Debian packages on loopback, each with an empty database of its own, for the tests that
# pull them. One that runs is left as it is; one that is not installed is said to be missing. As root with --install it is installed.
# Each gets a folder below the state folder: address, secret (of root, or the API key), database.sqlite, pid, server.log.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
export TZ=Europe/Athens
umask 077

# The packages' own databases are not wanted: the tests fill others, and nobody's real one.
install() {
  export DEBIAN_FRONTEND=noninteractive
  debconf-set-selections <"$here/presets"
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends request-tracker5 rt5-standalone rt5-db-sqlite redmine redmine-sqlite puma sqlite3 >/dev/null
}

# start TOOL PORT COMMAND...: in a process group of its own, until it listens.
start() {
  local tool=$1 port=$2; shift 2
  setsid "$@" >>"$state/$tool/server.log" 2>&1 </dev/null &
  echo $! >"$state/$tool/pid"
  for _ in $(seq 300); do
    answers "$port" && { echo "http://127.0.0.1:$port" >"$state/$tool/address"; echo "$tool answers at $(cat "$state/$tool/address")"; return 0; }
    kill -0 "$(cat "$state/$tool/pid")" 2>/dev/null || break
    sleep 0.2
  done
  echo "$tool did not start:"; tail -5 "$state/$tool/server.log"; return 1
}

secret() { [ -s "$state/$1/secret" ] || head -c 20 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$state/$1/secret"; cat "$state/$1/secret"; }

# A database half made by a run that was stopped is made anew.
is_made() { [ -e "$state/$1/made" ] || { rm -f "$state/$1/database.sqlite"; return 1; }; }

request_tracker() {
  local folder=$state/request-tracker
  mkdir -p "$folder/tmp"
  export RT_SITE_CONFIG=$folder/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=/dev/null TMPDIR=$folder/tmp RT_EXAM_SECRET
  RT_EXAM_SECRET=$(secret request-tracker)
  sed "s#FOLDER#$folder#; s#PORT#$1#" "$here/RT_SiteConfig.pm" >"$RT_SITE_CONFIG"
  if ! is_made request-tracker; then
    rt-setup-database-5 --action init --skip-create --root-password-file "$folder/secret" >"$folder/made.log" 2>&1 &&
      rt-setup-database-5 --action insert --datafile "$here/people.initialdata" >>"$folder/made.log" 2>&1 || { tail -5 "$folder/made.log"; return 1; }
    touch "$folder/made"
  fi
  start request-tracker "$1" /usr/share/request-tracker5/libexec/rt-server --server Starlet --host 127.0.0.1 --port "$1" --max-workers 2
}

redmine() {
  local folder=$state/redmine
  mkdir -p "$folder"/{config,tmp,log,files}
  export RAILS_ENV=production REDMINE_LANG=en SCHEMA=/dev/null REDMINE_EXAM_SECRET REDMINE_INSTANCE
  REDMINE_EXAM_SECRET=$(secret redmine)
  # An instance is a folder below the package's own, or what is reached from there: above the root there is only the root.
  REDMINE_INSTANCE=../../../../../..$folder
  printf 'production:\n  adapter: sqlite3\n  database: %s\n  encoding: utf8\n' "$folder/database.sqlite" >"$folder/config/database.yml"
  cp "$folder/secret" "$folder/config/secret_key.txt"
  cd /usr/share/redmine
  if ! is_made redmine; then
    bundle exec rake db:migrate >"$folder/made.log" 2>&1 && bundle exec rails runner "$here/redmine.rb" >>"$folder/made.log" 2>&1 || { tail -5 "$folder/made.log"; return 1; }
    touch "$folder/made"
  fi
  start redmine "$1" puma --environment production --bind "tcp://127.0.0.1:$1" --threads 1:1 --workers 0 --dir /usr/share/redmine
}

# tool TOOL PORT PROOF: starts it in a shell of its own where its package is there.
tool() {
  [ -e "$3" ] && command -v sqlite3 >/dev/null || { echo "$1, or sqlite3 to look into its database, is not installed"; return 0; }
  ! answers "$2" || { echo "$1 answers already"; return 0; }
  ("${1//-/_}" "$2")
}

[ "${1:-}" != --install ] || install
mkdir -p "$state"
tool request-tracker 38092 /usr/share/request-tracker5/libexec/rt-server & one=$!
tool redmine 38093 /usr/share/redmine/config.ru & two=$!
status=0
wait "$one" || status=1
wait "$two" || status=1
exit $status
