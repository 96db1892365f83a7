project     = "triage-desk-staging"
environment = "staging"
nodes       = 1
