resource "aws_s3_bucket" "trail" {
  bucket              = "claims-decisions-${var.environment}"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "trail" {
  bucket = aws_s3_bucket.trail.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 400
    }
  }
}
