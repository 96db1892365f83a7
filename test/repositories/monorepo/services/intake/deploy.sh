#!/usr/bin/env bash
set -euo pipefail
docker build -t registry.example.org/intake:latest .
docker push registry.example.org/intake:latest
ssh deploy@intake.example.org 'docker pull registry.example.org/intake:latest && docker compose up -d'
