#!/bin/sh
set -e
helm upgrade --install answers chart --namespace "$1" --set image="$IMAGE"
