#!/usr/bin/env bash
# Fetches the released program for this machine into $RUNNER_TEMP, checks it against the committed checksum, and puts it
# on the PATH of what follows. PAPERLINT_VERSION: which version (empty: that of this checkout); PAPERLINT_RELEASES: the
# address below which releases lie.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
version=${PAPERLINT_VERSION:-$(sed -n 's/^project(paperlint VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")}
version=${version#v}

fail() {
  printf '::error::paperlint: %s\n' "$*"
  exit 2
}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "the version is '$version'; expected one such as 0.1.0"

case $(uname -s) in
  Linux) system=linux ;;
  Darwin) system=macos ;;
  MINGW* | MSYS*) system=windows ;;
  *) fail "there is no release for $(uname -s); expected Linux, macOS or Windows" ;;
esac
case $(uname -m) in
  x86_64 | amd64) machine=x86_64 ;;
  aarch64 | arm64) machine=arm64 ;;
  *) fail "there is no release for $(uname -m); expected x86_64 or arm64" ;;
esac
name=paperlint-$version-$system-$machine

expected=$(awk -v name="$name.tar.gz" '{ sub(/^\*/, "", $2) } $2 == name { print $1 }' "$root/packaging/checksums.txt")
[[ -n $expected ]] || fail "packaging/checksums.txt has no line for $name.tar.gz, so nothing would vouch for it;" \
  "expected a released version, and this action at a tag that knows it"

archive=$RUNNER_TEMP/$name.tar.gz
curl --fail --silent --show-error --location --retry 3 -o "$archive" "$PAPERLINT_RELEASES/v$version/$name.tar.gz" ||
  fail "$PAPERLINT_RELEASES/v$version/$name.tar.gz can't be fetched"
if command -v sha256sum >/dev/null; then sum=$(sha256sum "$archive"); else sum=$(shasum -a 256 "$archive"); fi
[[ ${sum%% *} == "$expected" ]] || fail "$name.tar.gz is not what was released: its SHA-256 is ${sum%% *}, expected $expected"

tar -xzf - -C "$RUNNER_TEMP" <"$archive"  # a name such as D:\… would be a host to some tars
"$RUNNER_TEMP/$name/bin/paperlint" --version
printf '%s\n' "$RUNNER_TEMP/$name/bin" >>"$GITHUB_PATH"
