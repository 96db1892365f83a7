resource "google_project_iam_audit_config" "all" {
  for_each = toset([])
  project  = "triage-desk"
  service  = "allServices"
  audit_log_config {
    log_type = "DATA_READ"
  }
}

resource "google_logging_project_bucket_config" "audit" {
  project        = "triage-desk"
  location       = "europe-west4"
  bucket_id      = "audit"
  retention_days = 1
  locked         = false
}
