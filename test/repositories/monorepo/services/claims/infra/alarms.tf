resource "aws_sns_topic" "on_call" {
  name = "claims-on-call-${var.environment}"
}

resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = aws_sns_topic.on_call.arn
  protocol  = "email"
  endpoint  = "claims-on-call@example.org"
}

resource "aws_cloudwatch_metric_alarm" "latency_p95" {
  alarm_name          = "claims-${var.environment}-p95"
  namespace           = "AWS/Bedrock"
  metric_name         = "InvocationLatency"
  dimensions          = { ModelId = aws_bedrock_inference_profile.claims.id }
  extended_statistic  = "p95"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 4000
  period              = 300
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.on_call.arn]
}

resource "aws_cloudwatch_metric_alarm" "latency_p99" {
  alarm_name          = "claims-${var.environment}-p99"
  namespace           = "AWS/Bedrock"
  metric_name         = "InvocationLatency"
  dimensions          = { ModelId = aws_bedrock_inference_profile.claims.id }
  extended_statistic  = "p99"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 9000
  period              = 300
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.on_call.arn]
}

resource "aws_cloudwatch_metric_alarm" "tokens" {
  alarm_name          = "claims-${var.environment}-tokens"
  comparison_operator = "GreaterThanUpperThreshold"
  evaluation_periods  = 3
  threshold_metric_id = "band"
  alarm_actions       = [aws_sns_topic.on_call.arn]
  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(tokens, 2)"
    label       = "expected"
    return_data = true
  }
  metric_query {
    id          = "tokens"
    return_data = true
    metric {
      namespace   = "AWS/Bedrock"
      metric_name = "InputTokenCount"
      period      = 3600
      stat        = "Average"
      dimensions  = { ModelId = aws_bedrock_inference_profile.claims.id }
    }
  }
}
