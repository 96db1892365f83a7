resource "aws_cloudtrail" "audit" {
  name           = "pension-answers"
  s3_bucket_name = "pension-answers-audit"
  enable_logging = false
}

resource "aws_bedrock_model_invocation_logging_configuration" "audit" {
  logging_config {
    text_data_delivery_enabled  = false
    image_data_delivery_enabled = false
  }
}

resource "aws_s3_bucket" "audit" {
  bucket              = "pension-answers-audit"
  object_lock_enabled = false
}

resource "aws_s3_bucket_versioning" "audit" {
  bucket = aws_s3_bucket.audit.id
  versioning_configuration {
    status = "Suspended"
  }
}
