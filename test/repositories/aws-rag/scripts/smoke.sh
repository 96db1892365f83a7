#!/usr/bin/env bash
set -euo pipefail
curl --fail --silent --show-error --retry 10 --retry-all-errors "$1/health"
curl --fail --silent --show-error -H 'x-member: smoke' -H 'content-type: application/json' \
  -d '{"text": "From which age can I retire?", "scheme": "final-salary"}' "$1/answers" | jq --exit-status '.sources | length > 0'
