resource "aws_sns_topic" "on_call" {
  name = "pension-answers-on-call"
}

resource "aws_cloudwatch_metric_alarm" "latency_p95" {
  alarm_name          = "pension-answers-latency-p95"
  namespace           = "PensionAnswers"
  metric_name         = "Latency"
  extended_statistic  = "p95"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 6000
  period              = 300
  evaluation_periods  = 3
  actions_enabled     = false
  alarm_actions       = [aws_sns_topic.on_call.arn]
}

resource "aws_cloudwatch_metric_alarm" "latency_p99" {
  count               = 0
  alarm_name          = "pension-answers-latency-p99"
  namespace           = "PensionAnswers"
  metric_name         = "Latency"
  extended_statistic  = "p99"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 12000
  period              = 300
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.on_call.arn]
}
