resource "aws_sns_topic" "on_call" {
  name = "pension-answers-on-call"
}

resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = aws_sns_topic.on_call.arn
  protocol  = "https"
  endpoint  = "https://events.oncall.example/integration/pension-answers/enqueue"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "pension-answers-errors"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  dimensions          = { LoadBalancer = aws_lb.api.arn_suffix }
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.on_call.arn]
}

resource "aws_cloudwatch_metric_alarm" "latency_p95" {
  alarm_name          = "pension-answers-latency-p95"
  namespace           = "PensionAnswers"
  metric_name         = "Latency"
  dimensions          = { UseCase = "portal" }
  extended_statistic  = "p95"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 6000
  period              = 300
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.on_call.arn]
}

resource "aws_cloudwatch_metric_alarm" "latency_p99" {
  alarm_name          = "pension-answers-latency-p99"
  namespace           = "PensionAnswers"
  metric_name         = "Latency"
  dimensions          = { UseCase = "portal" }
  extended_statistic  = "p99"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 12000
  period              = 300
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.on_call.arn]
}
