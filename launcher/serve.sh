# demo and serve: the server with its options turned into the environment it reads.

run_demo() {
  export EYEWEARML_SEED_DEMO=true
  start_server demo "$@"
}

run_serve() {
  start_server serve "$@"
}

start_server() {
  local command="$1"
  shift
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
      --port | --host | --data-dir | --archive-dir | --external-db | --external-redis | --shop)
        [ $# -ge 2 ] && [ -n "$2" ] || usage_error "$1 needs a value" "$command"
        case "$1" in
          --port)
            case "$2" in *[!0-9]* | ??????*) usage_error "--port $2: expected a number from 0 to 65535" "$command" ;; esac
            [ "$2" -le 65535 ] || usage_error "--port $2: expected a number from 0 to 65535" "$command"
            export EYEWEARML_PORT="$2" ;;
          --host) export EYEWEARML_HOST="$2" ;;
          --data-dir) EYEWEARML_DATA_DIR="$(absolute "$2")"; export EYEWEARML_DATA_DIR ;;
          --archive-dir) EYEWEARML_WAL_ARCHIVE="$(absolute "$2")"; export EYEWEARML_WAL_ARCHIVE ;;
          --external-db) export EYEWEARML_DB_URL="$2" ;;
          --external-redis) export EYEWEARML_REDIS_URL="$2" ;;
          --shop) export EYEWEARML_SHOP="$2" ;;
        esac
        shift 2
        ;;
      *) usage_error "$command does not know '$1'" "$command" ;;
    esac
  done
  export EYEWEARML_DATA_DIR="${EYEWEARML_DATA_DIR:-$repository/data}"
  ensure_built client-wasm storefront-widgets api-server
  export EYEWEARML_ENGINE_DIR="${EYEWEARML_ENGINE_DIR:-$repository/client-wasm/target/web}"
  export EYEWEARML_WIDGETS_DIR="${EYEWEARML_WIDGETS_DIR:-$repository/storefront-widgets/target/web}"
  export EYEWEARML_SAMPLES_DIR="${EYEWEARML_SAMPLES_DIR:-$repository/face-model/samples}"
  # The archive of loaded classes, written when the server first ends after a build, makes the next start faster.
  exec "$JDK/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -XX:+UseSerialGC -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$launcher_state/api-server.jsa" '-Xlog:cds*=off' '-Xlog:aot*=off' \
    -Xmx512m -cp "$(echo api-server/target/api-server-*.jar):$(cat api-server/target/class-path)" com.eyewearml.server.Main
}
