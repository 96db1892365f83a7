project     = "triage-desk-production"
environment = "production"
nodes       = 4
