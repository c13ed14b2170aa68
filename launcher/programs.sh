# test, bench, train, eval, landmarks, samples, sheets, import, trace.

run_test() {
  local forwarded=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --module)
        [ $# -ge 2 ] && [ -d "$2/src" ] || usage_error "--module needs the name of a module" test
        forwarded=(-pl "$2" -am)
        shift 2
        ;;
      *) usage_error "test does not know '$1'" test ;;
    esac
  done
  require_jdk
  require_maven
  require_chromium
  # Goes on after a module with failing tests, so that one run tells of all failures it can reach.
  maven --fail-at-end "${forwarded[@]}" verify
}

# name | module | main class | arguments
benchmarks="\
reference|client-wasm|com.eyewearml.client.golden.ReferenceBench|
network|client-wasm|com.eyewearml.client.bench.NetworkBench|face-model/release
engine|client-wasm|com.eyewearml.client.bench.EngineBench|face-model/samples/woman-dark-hair.jpg
render|client-wasm|com.eyewearml.client.bench.RenderBench|face-model/samples/woman-dark-hair.jpg
import|frame-import|com.eyewearml.imports.bench.ImportBench|
occlusion|face-model|com.eyewearml.facemodel.bench.OcclusionBench|
pose|face-model|com.eyewearml.facemodel.bench.PoseBench|
ears|face-model|com.eyewearml.facemodel.head.EarBench|
samples|face-model|com.eyewearml.facemodel.sample.SampleBench|
stability|face-model|com.eyewearml.facemodel.bench.StabilityBench|
pd|face-model|com.eyewearml.facemodel.bench.PdBench|
quantisation|face-model|com.eyewearml.facemodel.bench.QuantisationBench|
light|client-wasm|com.eyewearml.client.bench.LightBench|face-model/samples/woman-dark-hair.jpg
availability|api-server|com.eyewearml.server.AvailabilityBench|
catalogue|api-server|com.eyewearml.server.platform.shopify.CatalogueImportBench|
webhook|api-server|com.eyewearml.server.platform.shopify.WebhookBench|
start|storefront-widgets|com.eyewearml.widgets.bench.StartBench|
try-on|storefront-widgets|com.eyewearml.widgets.bench.TryOnBench|face-model/samples/turning-head.mjpeg"

run_bench() {
  local wanted=() name module main arguments
  for name in "$@"; do
    case "$name" in
      -*) usage_error "bench does not know '$name'" bench ;;
      *) grep -q "^$name|" <<< "$benchmarks" || usage_error "there is no benchmark '$name'" bench ;;
    esac
    wanted+=("$name")
  done
  require_chromium
  ensure_built frame-import face-model client-wasm storefront-widgets api-server
  while IFS='|' read -r name module main arguments <&3; do
    if [ ${#wanted[@]} = 0 ] || [[ " ${wanted[*]} " == *" $name "* ]]; then
      say ""
      say "── $name"
      # shellcheck disable=SC2086 # arguments are words
      run_java "$module" test "$main" $arguments
    fi
  done 3<<< "$benchmarks"
}

run_train() {
  [ $# -le 3 ] || usage_error "train takes up to three arguments" train
  case "${1:-}" in -*) usage_error "train does not know '$1'" train ;; esac
  ensure_built face-model
  run_java face-model main com.eyewearml.facemodel.train.TrainAll \
    "$(absolute "${1:-$repository/data/training}")" "$(absolute "${2:-$repository/data/trained}")" "${3:-local}"
}

run_eval() {
  local forwarded=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
      --quick) forwarded+=("$1"); shift ;;
      --json | --sheets)
        [ $# -ge 2 ] && [ -n "$2" ] || usage_error "$1 needs a value" eval
        forwarded+=("$1" "$(absolute "$2")")
        shift 2
        ;;
      *) usage_error "eval does not know '$1'" eval ;;
    esac
  done
  ensure_built face-model
  run_java face-model main com.eyewearml.facemodel.eval.Evaluate "${forwarded[@]}"
}

run_landmarks() {
  local folder="" out=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --out=*) out=(--out "$(absolute "${1#*=}")"); shift ;;
      --out)
        [ $# -ge 2 ] || usage_error "--out needs a file" landmarks
        out=(--out "$(absolute "$2")")
        shift 2
        ;;
      -*) usage_error "landmarks does not know '$1'" landmarks ;;
      *)
        [ -z "$folder" ] || usage_error "landmarks takes one folder" landmarks
        folder="$(absolute "$1")"
        shift
        ;;
    esac
  done
  [ -n "$folder" ] || usage_error "landmarks needs a folder of pictures" landmarks
  [ -d "$folder" ] || die "there is no folder $folder"
  # Standard output carries the landmarks and nothing else.
  ensure_built face-model >&2
  run_java face-model main com.eyewearml.facemodel.Landmarks "$folder" "${out[@]}"
}

run_samples() {
  [ $# -gt 0 ] || usage_error "samples needs a folder" samples
  local argument
  for argument in "$@"; do
    case "$argument" in -*) usage_error "samples does not know '$argument'" samples ;; esac
  done
  local folder
  folder="$(absolute "$1")"
  shift
  ensure_built face-model
  run_java face-model main com.eyewearml.facemodel.sample.SampleSheet "$folder" "$@"
}

run_sheets() {
  local folder="" sources=() lights=() frames=() heads="" frame
  while [ $# -gt 0 ]; do
    case "$1" in
      --heads) heads=yes; shift ;;
      --lights)
        [ $# -ge 2 ] && [ -n "$2" ] || usage_error "--lights needs names such as as_taken,dim" sheets
        lights=(--lights ${2//,/ })
        shift 2
        ;;
      --frames)
        shift
        [ $# -gt 0 ] || usage_error "--frames needs slugs, SKUs, GLB files or 'variants'" sheets
        frames=(--frames)
        for frame in "$@"; do
          case "$frame" in
            *.glb) frames+=("$(absolute "$frame")") ;;
            *) frames+=("$frame") ;;
          esac
        done
        break
        ;;
      -*) usage_error "sheets does not know '$1'" sheets ;;
      *)
        [ -e "$(absolute "$1")" ] || [ -z "$folder" ] || die "there is no picture, clip or folder $1"
        if [ -z "$folder" ]; then folder="$(absolute "$1")"; else sources+=("$(absolute "$1")"); fi
        shift
        ;;
    esac
  done
  [ -n "$folder" ] || usage_error "sheets needs a folder to write to" sheets
  require_chromium
  ensure_built client-wasm face-model
  if [ -n "$heads" ]; then
    run_java face-model test com.eyewearml.facemodel.bench.HeadPictures "$folder/heads"
    [ ! -d "$folder/heads" ] || sources+=("$folder/heads")
  fi
  [ ${#sources[@]} -gt 0 ] || sources=("$repository/face-model/samples")
  run_java client-wasm test com.eyewearml.client.sheets.ContactSheets "$folder" "${sources[@]}" "${lights[@]}" "${frames[@]}"
}

# frame_program MAIN [ARGUMENT...]: a command of frame-import. Paths are made absolute here; everything else it checks itself.
frame_program() {
  local main="$1" arguments=()
  shift
  while [ $# -gt 0 ]; do
    case "$1" in
      -o | --out)
        arguments+=("$1")
        if [ $# -ge 2 ]; then shift; arguments+=("$(absolute "$1")"); fi
        ;;
      --out=*) arguments+=(--out "$(absolute "${1#*=}")") ;;
      --json | --*=*) arguments+=("$1") ;;
      -*)
        arguments+=("$1")
        if [ $# -ge 2 ]; then shift; arguments+=("$1"); fi
        ;;
      *) arguments+=("$(absolute "$1")") ;;
    esac
    shift
  done
  # Standard output carries the report and nothing else.
  ensure_built frame-import >&2
  run_java frame-import main "com.eyewearml.imports.cli.$main" "${arguments[@]}"
}

run_import() { frame_program ImportCommand "$@"; }

run_trace() { frame_program TraceCommand "$@"; }
