#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."
promptfoo eval -c evals/promptfooconfig.yaml
