resource "aws_sns_topic" "alerts" {
  name = "rag-service-alerts-${var.environment}"
}

resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = "rag-on-call@example.org"
}

resource "aws_cloudwatch_metric_alarm" "latency_p95" {
  alarm_name          = "rag-service-${var.environment}-p95"
  namespace           = "AWS/Bedrock"
  metric_name         = "InvocationLatency"
  dimensions          = { ModelId = aws_bedrock_inference_profile.answers.id }
  extended_statistic  = "p95"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 4000
  period              = 300
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.alerts.arn]
}

resource "aws_cloudwatch_metric_alarm" "latency_p99" {
  alarm_name          = "rag-service-${var.environment}-p99"
  namespace           = "AWS/Bedrock"
  metric_name         = "InvocationLatency"
  dimensions          = { ModelId = aws_bedrock_inference_profile.answers.id }
  extended_statistic  = "p99"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 9000
  period              = 300
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.alerts.arn]
}
