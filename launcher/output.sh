# Messages and help.

say() { printf '%s\n' "$*"; }

die() { printf 'eyewearml: %s\n' "$*" >&2; exit 1; }

# usage_error MESSAGE COMMAND: what was wrong with the command line, and where to read what is right.
usage_error() {
  local help="./eyewearml --help"
  [ "$2" = all ] || help="./eyewearml $2 --help"
  printf 'eyewearml: %s\nSee %s\n' "$1" "$help" >&2
  exit 2
}

help_for() { cat "launcher/help/$1.txt"; }

# absolute PATH: a path of the command line, made independent of the current folder.
absolute() {
  case "$1" in
    /*) printf '%s' "$1" ;;
    *) printf '%s/%s' "$started_in" "$1" ;;
  esac
}
