resource "aws_apigatewayv2_api" "answers" {
  name          = "rag-service-${var.environment}"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.answers.id
  name        = "live"
  auto_deploy = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.gateway.arn
    format = jsonencode({
      id     = "$context.requestId"
      status = "$context.status"
      ms     = "$context.responseLatency"
    })
  }
}

resource "aws_cloudwatch_log_group" "gateway" {
  name              = "/gateway/rag-service-${var.environment}"
  retention_in_days = 90
}
