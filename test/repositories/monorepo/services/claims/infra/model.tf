resource "aws_bedrock_inference_profile" "claims" {
  name = "claims-${var.environment}"
  model_source {
    copy_from = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"
  }
  tags = {
    UseCase = "claims"
  }
}

resource "aws_bedrock_model_invocation_logging_configuration" "all" {
  logging_config {
    text_data_delivery_enabled = true
    s3_config {
      bucket_name = aws_s3_bucket.trail.bucket
      key_prefix  = "decisions"
    }
  }
}
