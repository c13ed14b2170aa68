# Builds what is missing or out of date, and nothing else.

launcher_state=target/launcher

# A digest over the names, sizes and times of everything that the build reads.
sources_digest() {
  find . -path ./data -prune -o -path ./shared -prune -o -name target -prune -o -name .git -prune -o -name node_modules -prune \
    -o -type f \( -path '*/src/*' -o -name pom.xml -o -path './face-model/release/*' \) -printf '%p %s %T@\n' \
    | LC_ALL=C sort | sha256sum | cut -d ' ' -f 1
}

# Maven runs on any Java from 17 on; its toolchain plugin finds the JDK for our code by this variable.
maven() {
  JAVA25_HOME="$JDK" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 mvn -B -ntp "$@"
}

# ensure_built MODULE...: packages those of the modules, with what they depend on, that have not been since the last change.
ensure_built() {
  local module digest stale=()
  digest="$(sources_digest)"
  require_jdk
  for module in "$@"; do
    is_built "$module" "$digest" || stale+=("$module")
  done
  [ ${#stale[@]} -gt 0 ] || return 0
  require_maven
  mkdir -p "$launcher_state"
  for module in "${stale[@]}"; do rm -f "$launcher_state/$module.built"; done
  rm -f "$launcher_state"/*.jsa
  package "$(IFS=,; printf '%s' "${stale[*]}")"
  for module in "${stale[@]}"; do printf '%s' "$digest" > "$launcher_state/$module.built"; done
}

# is_built MODULE DIGEST: it was packaged from these sources, and all the jars it needs are still there.
is_built() {
  local jar
  [ "$(cat "$launcher_state/$1.built" 2>/dev/null)" = "$2" ] && [ -f "$1/target/class-path" ] || return 1
  while read -r jar; do
    [ -z "$jar" ] || [ -e "$jar" ] || return 1
  done < <(tr ':' '\n' < "$1/target/class-path")
}

package() {
  local log="$launcher_state/build.log" started=$SECONDS status=0
  say "Building $1. The first build downloads libraries and takes some minutes; the log is $log."
  maven -pl "$1" -am -DskipTests package > "$log" 2>&1 &
  local builder=$!
  trap 'kill "$builder" 2>/dev/null; exit 130' INT TERM
  show_progress "$builder" "$log" "$started"
  wait "$builder" || status=$?
  trap - INT TERM
  if [ "$status" != 0 ]; then
    grep -E '^\[ERROR\]' "$log" | head -n 25 >&2 || tail -n 25 "$log" >&2
    die "the build failed; everything it said is in $log"
  fi
  say "Built in $((SECONDS - started)) s."
}

# show_progress PID LOG STARTED: which module is being built and for how long; one line on a terminal, a line a module elsewhere.
show_progress() {
  local module="" shown=""
  while kill -0 "$1" 2>/dev/null; do
    module="$(sed -nE 's/^\[INFO\] Building (EyewearML.*) [0-9][^ ]* +(\[[0-9]+\/[0-9]+\])$/\2 \1/p' "$2" | tail -n 1)"
    if [ -t 1 ]; then
      printf '\r\033[K  %s … %d s' "${module:-resolving}" $((SECONDS - $3))
    elif [ -n "$module" ] && [ "$module" != "$shown" ]; then
      say "  $module, after $((SECONDS - $3)) s"
      shown="$module"
    fi
    sleep 0.5
  done
  if [ -t 1 ]; then printf '\r\033[K'; fi
}

# run_java MODULE SCOPE MAIN [ARGUMENT...]: runs a main class of a built module. SCOPE is main or test.
run_java() {
  local module="$1" scope="$2" main="$3" path
  shift 3
  if [ "$scope" = test ]; then
    path="$module/target/classes:$module/target/test-classes:$(cat "$module/target/test-class-path")"
  else
    path="$module/target/classes:$(cat "$module/target/class-path")"
  fi
  # The class path is not an argument: ONNX Runtime 1.29 runs a regular expression over the command line, and a long one overflows the
  # stack. Its telemetry is of no use to anybody here, and in a network that does not let it out it ends the process.
  EYEWEARML_REPOSITORY="$repository" ORT_DISABLE_TELEMETRY=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 CLASSPATH="$path" "$JDK/bin/java" \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true "$main" "$@"
}
