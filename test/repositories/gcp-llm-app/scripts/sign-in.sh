#!/usr/bin/env bash
set -euo pipefail
umask 077
printf '%s' "$GOOGLE_TOKEN" > "$CI_PROJECT_DIR.token"
gcloud auth login --cred-file="$GOOGLE_CREDENTIALS_CONFIG" --quiet
gcloud auth configure-docker europe-west4-docker.pkg.dev --quiet
