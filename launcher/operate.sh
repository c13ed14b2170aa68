# rotate-keys and audit: what operators run beside the server.

run_rotate-keys() { operate rotate-keys RotateKeysCommand "$@"; }

run_audit() { operate audit AuditCommand "$@"; }

# operate COMMAND MAIN [ARGUMENT...]: options name the database as for serve; what is left are slugs of shops.
operate() {
  local command="$1" main="$2" shops=()
  shift 2
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
      --data-dir | --external-db)
        [ $# -ge 2 ] && [ -n "$2" ] || usage_error "$1 needs a value" "$command"
        case "$1" in
          --data-dir) EYEWEARML_DATA_DIR="$(absolute "$2")"; export EYEWEARML_DATA_DIR ;;
          --external-db) export EYEWEARML_DB_URL="$2" ;;
        esac
        shift 2 ;;
      -*) usage_error "$command does not know '$1'" "$command" ;;
      *)
        [ "$command" = audit ] || usage_error "$command does not know '$1'" "$command"
        shops+=("$1")
        shift ;;
    esac
  done
  export EYEWEARML_DATA_DIR="${EYEWEARML_DATA_DIR:-$repository/data}"
  ensure_built api-server >&2
  run_java api-server main "com.eyewearml.server.$main" "${shops[@]}"
}
