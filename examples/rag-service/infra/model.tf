resource "aws_bedrock_inference_profile" "answers" {
  name = "rag-service-answers-${var.environment}"
  model_source {
    copy_from = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"
  }
  tags = {
    CostCentre = "knowledge-assistant"
    UseCase    = "answers"
  }
}

resource "aws_bedrock_model_invocation_logging_configuration" "all" {
  logging_config {
    text_data_delivery_enabled = true
    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.invocations.name
      role_arn       = "arn:aws:iam::123456789012:role/bedrock-logging"
    }
  }
}

resource "aws_cloudwatch_log_group" "invocations" {
  name              = "/bedrock/rag-service-${var.environment}"
  retention_in_days = 90
}
