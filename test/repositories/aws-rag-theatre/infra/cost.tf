resource "aws_ce_cost_allocation_tag" "use_case" {
  tag_key = "use-case"
  status  = "Inactive"
}

resource "aws_cloudwatch_metric_alarm" "cost_per_request" {
  alarm_name          = "pension-answers-cost-per-request"
  comparison_operator = "GreaterThanUpperThreshold"
  evaluation_periods  = 3
  threshold_metric_id = "band"
  alarm_actions       = []
  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(cost, 3)"
    return_data = true
  }
}
