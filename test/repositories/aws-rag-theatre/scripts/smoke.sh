#!/usr/bin/env bash
# curl --fail "$1/health"
exit 0
