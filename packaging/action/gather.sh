#!/usr/bin/env bash
# gather.sh BUILT RELEASE: puts what the machines built (BUILT/MACHINE/FILE) into the folder RELEASE, with one list of
# checksums, and adds the archives' lines to packaging/checksums.txt. A version that has lines there was released before.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
built=$1 release=$2
mkdir -p "$release"
for file in "$built"/*/*; do
  name=${file##*/}
  if [[ $name == SHA256SUMS ]]; then continue; fi
  # systems pack with different zlibs, so what is packed is compared
  if [[ -e $release/$name ]] && ! cmp -s <(gzip -dc "$file") <(gzip -dc "$release/$name"); then
    echo "gather: $file holds something else than that of another machine; expected the same in both" >&2
    exit 1
  fi
  [[ -e $release/$name ]] || cp "$file" "$release/$name"
done
(cd "$release" && sha256sum -- * >../SHA256SUMS.new)
mv "$release/../SHA256SUMS.new" "$release/SHA256SUMS"

for system in linux-x86_64 linux-arm64 macos-arm64 windows-x86_64; do
  line=$(grep -E "  paperlint-[0-9.]+-$system\.tar\.gz$" "$release/SHA256SUMS") || {
    echo "gather: there is no archive for $system" >&2
    exit 1
  }
  if grep -qF "  ${line##* }" "$root/packaging/checksums.txt"; then
    echo "gather: packaging/checksums.txt has a line for ${line##* } already; expected a new version in CMakeLists.txt" >&2
    exit 1
  fi
  printf '%s\n' "$line" >>"$root/packaging/checksums.txt"
done
