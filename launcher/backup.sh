# backup, restore and collect: what is kept, while the server runs or not.

run_backup() {
  local data="${EYEWEARML_DATA_DIR:-$repository/data}" target=""
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
      --data-dir)
        [ $# -ge 2 ] && [ -n "$2" ] || usage_error "$1 needs a value" backup
        data="$(absolute "$2")"
        shift 2 ;;
      -*) usage_error "backup does not know '$1'" backup ;;
      *)
        [ -z "$target" ] || usage_error "backup takes one folder" backup
        target="$(absolute "$1")"
        shift ;;
    esac
  done
  [ -n "$target" ] || usage_error "backup needs a folder to write to" backup
  ensure_built db-support
  run_java db-support main com.eyewearml.embedded.BackupCommand backup "$data" "$target"
}

run_restore() {
  local data="" archive="" until="" source=""
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
      --data-dir | --archive-dir | --until)
        [ $# -ge 2 ] && [ -n "$2" ] || usage_error "$1 needs a value" restore
        case "$1" in
          --data-dir) data="$(absolute "$2")" ;;
          --archive-dir) archive="$(absolute "$2")" ;;
          --until) until="$2" ;;
        esac
        shift 2 ;;
      -*) usage_error "restore does not know '$1'" restore ;;
      *)
        [ -z "$source" ] || usage_error "restore takes one backup" restore
        source="$(absolute "$1")"
        shift ;;
    esac
  done
  [ -n "$source" ] && [ -n "$archive" ] && [ -n "$data" ] || usage_error "restore needs a backup, --archive-dir and --data-dir" restore
  ensure_built db-support
  run_java db-support main com.eyewearml.embedded.BackupCommand restore "$source" "$archive" "$data" ${until:+"$until"}
}

run_collect() {
  local hours=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
      --data-dir | --grace-hours | --external-db)
        [ $# -ge 2 ] && [ -n "$2" ] || usage_error "$1 needs a value" collect
        case "$1" in
          --data-dir) EYEWEARML_DATA_DIR="$(absolute "$2")"; export EYEWEARML_DATA_DIR ;;
          --grace-hours) hours=("$2") ;;
          --external-db) export EYEWEARML_DB_URL="$2" ;;
        esac
        shift 2 ;;
      *) usage_error "collect does not know '$1'" collect ;;
    esac
  done
  export EYEWEARML_DATA_DIR="${EYEWEARML_DATA_DIR:-$repository/data}"
  ensure_built api-server
  run_java api-server main com.eyewearml.server.CollectCommand "${hours[@]}"
}
