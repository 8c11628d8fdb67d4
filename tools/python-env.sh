#!/usr/bin/env bash
# Prepares a Python with the packages that the twins need, in DIR (made if absent, left alone if complete).
# Usage: [TWINS_PYTHON=tree|venv] tools/python-env.sh DIR
# The last line of the output is "ready tree DIR" (run with chroot) or "ready venv DIR" (run DIR/bin/python3).
#
# Debian as root gets a tree of Debian 13 with backports: every reader of a recording can name the exact packages.
# Everywhere else a virtual environment with what python-requirements.txt pins has to do.
# TWINS_PYTHON asks for one of the two.
set -euo pipefail
directory=${1:?usage: python-env.sh DIR}
here=$(cd "$(dirname "$0")" && pwd)

build_tree() {
  # The mirror that this machine itself uses.
  local mirror
  mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources 2>/dev/null | grep -v security | head -n 1 || true)
  [ -n "$mirror" ] || mirror=$(awk '$1 == "deb" { print $2; exit }' /etc/apt/sources.list)
  command -v debootstrap >/dev/null || {
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends debootstrap
  }
  debootstrap --variant=minbase --include=ca-certificates trixie "$directory" "$mirror"
  printf 'deb %s trixie main\ndeb %s trixie-backports main\n' "$mirror" "$mirror" >"$directory/etc/apt/sources.list"
  # The packages' own services must not start inside the tree.
  printf '#!/bin/sh\nexit 101\n' >"$directory/usr/sbin/policy-rc.d"
  chmod +x "$directory/usr/sbin/policy-rc.d"
  chroot "$directory" sh -c 'set -e
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    apt-get install -y --no-install-recommends python3 gunicorn python3-uvicorn \
      python3-celery python3-rq python3-redis redis-server
    apt-get install -y --no-install-recommends -t trixie-backports python3-django'
}

build_venv() {
  python3 -m venv "$directory"
  "$directory/bin/python3" -m pip install --quiet --disable-pip-version-check -r "$here/python-requirements.txt"
}

kind=venv
if grep -qs '^ID=debian$' /etc/os-release && [ "$(id -u)" = 0 ]; then kind=tree; fi
kind=${TWINS_PYTHON:-$kind}
case $kind in tree | venv) ;; *)
  echo "TWINS_PYTHON must be tree or venv, not $kind" >&2
  exit 2
  ;;
esac

# A directory without the mark is the rest of an attempt that failed, or was made from other packages.
stamp="$kind $(cat "$0" "$here/python-requirements.txt" | sha256sum | cut -c 1-16)"
mkdir -p "$(dirname "$directory")"
# Two that find it missing must not both build it.
if command -v flock >/dev/null; then
  exec 9>"$directory.lock"
  flock 9
fi
if [ "$(cat "$directory/.complete" 2>/dev/null)" != "$stamp" ]; then
  rm -rf "$directory"
  "build_$kind" >"$directory.log" 2>&1 || {
    tail -n 20 "$directory.log" >&2
    echo "The Python environment could not be built; the whole log is $directory.log" >&2
    exit 1
  }
  echo "$stamp" >"$directory/.complete"
fi
echo "ready $kind $directory"
