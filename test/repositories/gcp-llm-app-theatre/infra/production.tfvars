# project = "triage-desk"
