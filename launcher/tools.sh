# Finds JDK 25, Maven and Chromium; installs what is missing from the system's packages where there are some and we may.

jdk_release=25

# Folders in which JDKs are commonly installed, one a line.
jdk_candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  local java
  if command -v update-alternatives >/dev/null; then
    update-alternatives --list javac 2>/dev/null | while read -r java; do dirname "$(dirname "$java")"; done
  fi
  for java in $(type -ap javac 2>/dev/null); do dirname "$(dirname "$(readlink -f "$java")")"; done
  local folder
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /opt/jvm/* /usr/local/*jdk* /usr/local/lib/jvm/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* "$HOME"/jdk* "$HOME"/.local/share/mise/installs/java/*; do
    printf '%s\n' "$folder"
  done
}

# Succeeds where the folder holds a complete JDK of the wanted release. Every JDK tells its version in the file "release".
is_wanted_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -qE "^JAVA_VERSION=\"$jdk_release(\.|\"|-)" "$1/release" 2>/dev/null
}

find_jdk() {
  local folder
  while read -r folder; do
    if is_wanted_jdk "$folder"; then
      printf '%s' "$folder"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

# install_first PACKAGE...: installs the first of the packages that the system has. Fails where it has none or we may not.
install_first() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  local package refreshed=no
  while true; do
    for package in "$@"; do
      if apt-cache show "$package" >/dev/null 2>&1; then
        say "Installing $package from the system's packages …"
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" >&2 || return 1
        return 0
      fi
    done
    [ "$refreshed" = no ] || return 1
    say "Refreshing the list of the system's packages …"
    apt-get update -qq >&2 || return 1
    refreshed=yes
  done
}

# Sets JDK to the folder of a JDK of the wanted release.
require_jdk() {
  JDK="$(find_jdk)" && return
  install_first "openjdk-$jdk_release-jdk-headless" "temurin-$jdk_release-jdk" || die "no JDK $jdk_release is installed, and it could not be \
installed from the system's packages. Install one, for example Temurin $jdk_release from https://adoptium.net or \
'apt-get install openjdk-$jdk_release-jdk-headless' as root, or point JAVA_HOME at one; then run this again."
  JDK="$(find_jdk)" || die "JDK $jdk_release was installed but is in none of the usual folders; point JAVA_HOME at it and run this again."
}

require_maven() {
  command -v mvn >/dev/null && return
  install_first maven || die "Maven 3.8 or later is needed to build and is not installed. Install it, for example by \
'apt-get install maven' as root, and put mvn on the PATH; then run this again."
}

require_chromium() {
  [ -x /usr/bin/chromium ] && return
  install_first chromium || die "the browser tests and benchmarks need Chromium as /usr/bin/chromium. Install it, for example by \
'apt-get install chromium' as root; then run this again."
}
