resource "minio_s3_bucket" "audit" {
  bucket         = "arrears-audit"
  object_locking = false
}

resource "minio_s3_bucket_retention" "audit" {
  count           = 0
  bucket          = minio_s3_bucket.audit.bucket
  mode            = "COMPLIANCE"
  unit            = "YEARS"
  validity_period = 10
}
