# Sourced by scripts/demo, scripts/test and .ci/run: goes to the project's root and installs what is
# missing of scripts/packages.txt, as root or through sudo.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

# The compiler cache must hit from any folder the project is cloned into.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

install_packages() {
  local wanted missing=()
  mapfile -t wanted < <(grep -v '^#' "$root/scripts/packages.txt")
  for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "installing ${#missing[@]} packages: ${missing[*]}" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "$0: installing needs root or sudo" >&2; return 3; }
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [TARGET…]: configures once, then builds with all cores.
build() {
  local preset=$1
  shift
  [ -f "$root/build/$preset/build.ninja" ] || cmake --preset "$preset" >/dev/null
  cmake --build "$root/build/$preset" ${1:+--target "$@"}
}
