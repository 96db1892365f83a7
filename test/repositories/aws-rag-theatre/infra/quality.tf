resource "aws_scheduler_schedule" "score" {
  name                = "pension-answers-score"
  state               = "DISABLED"
  schedule_expression = "cron(30 2 * * ? *)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:ecs:eu-central-1:111122223333:cluster/none"
    role_arn = "arn:aws:iam::111122223333:role/none"
  }
}

resource "aws_cloudwatch_metric_alarm" "faithfulness" {
  count               = 0
  alarm_name          = "pension-answers-faithfulness"
  namespace           = "PensionAnswers/Quality"
  metric_name         = "Faithfulness"
  statistic           = "Average"
  comparison_operator = "LessThanThreshold"
  threshold           = 0.9
  period              = 86400
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.on_call.arn]
}

resource "aws_cloudwatch_metric_alarm" "question_shift" {
  alarm_name          = "pension-answers-question-shift"
  namespace           = "PensionAnswers/Quality"
  metric_name         = "QuestionShift"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0.25
  period              = 86400
  evaluation_periods  = 1
}
