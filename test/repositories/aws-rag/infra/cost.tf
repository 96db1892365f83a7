resource "aws_ce_cost_allocation_tag" "use_case" {
  tag_key = "use-case"
  status  = "Active"
}

resource "aws_budgets_budget" "answers" {
  name         = "pension-answers-${var.environment}"
  budget_type  = "COST"
  limit_amount = tostring(var.daily_cost_usd)
  limit_unit   = "USD"
  time_unit    = "DAILY"
  cost_filter {
    name   = "TagKeyValue"
    values = ["user:use-case$pension-answers"]
  }
  notification {
    comparison_operator       = "GREATER_THAN"
    threshold                 = 100
    threshold_type            = "PERCENTAGE"
    notification_type         = "ACTUAL"
    subscriber_sns_topic_arns = [aws_sns_topic.on_call.arn]
  }
}

resource "aws_cloudwatch_metric_alarm" "cost_per_request" {
  alarm_name          = "pension-answers-cost-per-request"
  alarm_description   = "An answer costs far more than it used to."
  comparison_operator = "GreaterThanUpperThreshold"
  evaluation_periods  = 3
  threshold_metric_id = "band"
  alarm_actions       = [aws_sns_topic.on_call.arn]
  metric_query {
    id          = "cost"
    return_data = true
    metric {
      namespace   = "PensionAnswers"
      metric_name = "CostUsd"
      dimensions  = { UseCase = "portal" }
      stat        = "Average"
      period      = 3600
    }
  }
  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(cost, 3)"
    label       = "expected cost per request"
    return_data = true
  }
}
