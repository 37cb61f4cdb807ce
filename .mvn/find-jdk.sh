# shellcheck shell=sh
# Finds a JDK that is new enough; read by ./ganglion and ./mvnw.
#
#   find_jdk    sets JDK_HOME and JDK_VERSION (such as 25.0.1), or fails
#
# It looks at JAVA_HOME, then at the java on the path, then into the usual folders. The first two win when they are new
# enough; among the folders the version that Ganglion is built for wins over later ones.

JDK_WANTED=25

# The version of the JDK in the folder $1, read from its release file; nothing when there is no compiler in it.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9][^"]*\)".*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9.]*\).*/\1/p'
  fi
}

# Follows links; prints where $1 ends. (readlink -f is not everywhere.)
follow_links() (
  file=$1
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=$(dirname "$file")/$target ;;
    esac
  done
  folder=$(cd "$(dirname "$file")" && pwd -P) && printf '%s/%s\n' "${folder%/}" "$(basename "$file")"
)

# Takes the folder $1 when the JDK in it is new enough.
try_jdk() {
  [ -n "$1" ] || return 1
  jdk_candidate=$(jdk_version "$1")
  jdk_major=${jdk_candidate%%[!0-9]*}
  [ -n "$jdk_major" ] && [ "$jdk_major" -ge "$JDK_WANTED" ] || return 1
  JDK_HOME=$1
  JDK_VERSION=$jdk_candidate
}

ganglion_cache() {
  if [ -n "${XDG_CACHE_HOME:-}" ]; then
    printf '%s/ganglion\n' "$XDG_CACHE_HOME"
  elif [ -n "${HOME:-}" ]; then
    printf '%s/.cache/ganglion\n' "$HOME"
  else
    printf '%s/ganglion-cache-%s\n' "${TMPDIR:-/tmp}" "$(id -u)"
  fi
}

find_jdk() {
  try_jdk "${JAVA_HOME:-}" && return 0
  if jdk_on_path=$(command -v java); then
    jdk_on_path=$(follow_links "$jdk_on_path")
    try_jdk "${jdk_on_path%/bin/java}" && return 0
  fi
  jdk_later='' jdk_later_version=''
  for jdk_folder in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/openjdk* \
    "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$(ganglion_cache)"/jdk* "$(ganglion_cache)"/jdk*/Contents/Home; do
    try_jdk "$jdk_folder" || continue
    [ "${JDK_VERSION%%[!0-9]*}" -eq "$JDK_WANTED" ] && return 0
    [ -n "$jdk_later" ] || jdk_later=$JDK_HOME jdk_later_version=$JDK_VERSION
  done
  [ -n "$jdk_later" ] || return 1
  JDK_HOME=$jdk_later
  JDK_VERSION=$jdk_later_version
}

# Writes what the address $1 holds to the file $2.
download() {
  if command -v curl >/dev/null; then
    curl -fsSL --retry 2 -o "$2" "$1"
  elif command -v wget >/dev/null; then
    wget -q -O "$2" "$1"
  else
    echo "Neither curl nor wget is there to fetch $1." >&2
    return 1
  fi
}

# Prints the SHA-$1 sum of the file $2.
checksum() {
  if command -v "sha${1}sum" >/dev/null; then
    "sha${1}sum" "$2" | cut -d ' ' -f 1
  else
    shasum -a "$1" "$2" | cut -d ' ' -f 1
  fi
}
