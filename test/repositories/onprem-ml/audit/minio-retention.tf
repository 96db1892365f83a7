terraform {
  required_providers {
    minio = {
      source  = "aminueza/minio"
      version = "~> 3.6"
    }
  }
}

resource "minio_s3_bucket" "audit" {
  bucket         = "arrears-audit"
  object_locking = true
}

resource "minio_s3_bucket_versioning" "audit" {
  bucket = minio_s3_bucket.audit.bucket
  versioning_configuration {
    status = "Enabled"
  }
}

resource "minio_s3_bucket_retention" "audit" {
  bucket          = minio_s3_bucket.audit.bucket
  mode            = "COMPLIANCE"
  unit            = "YEARS"
  validity_period = 10
}
