resource "aws_bedrock_inference_profile" "assistant" {
  name = "assistant-${var.environment}"
  model_source {
    copy_from = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"
  }
  tags = {
    UseCase = "assistant"
  }
}

resource "aws_bedrock_model_invocation_logging_configuration" "all" {
  logging_config {
    text_data_delivery_enabled = true
    cloudwatch_config {
      log_group_name = "/bedrock/assistant"
      role_arn       = "arn:aws:iam::123456789012:role/bedrock-logging"
    }
  }
}
