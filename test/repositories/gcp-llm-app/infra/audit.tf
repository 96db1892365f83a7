resource "google_project_iam_audit_config" "all" {
  project = var.project
  service = "allServices"
  audit_log_config {
    log_type = "ADMIN_READ"
  }
  audit_log_config {
    log_type = "DATA_READ"
  }
  audit_log_config {
    log_type = "DATA_WRITE"
  }
}

resource "google_logging_project_bucket_config" "audit" {
  project        = var.project
  location       = "europe-west4"
  bucket_id      = "audit"
  retention_days = 2555
  locked         = true
}

resource "google_logging_project_sink" "audit" {
  name                   = "audit"
  destination            = "logging.googleapis.com/${google_logging_project_bucket_config.audit.id}"
  filter                 = "logName:\"cloudaudit.googleapis.com\" OR jsonPayload.event=\"triaged\""
  unique_writer_identity = true
}
