resource "aws_cloudwatch_dashboard" "answers" {
  dashboard_name = "pension-answers"
  dashboard_body = jsonencode({
    widgets = [
      { type = "text", properties = { markdown = "# Latency p95 and p99" } },
      { type = "text", properties = { markdown = "# Cost by use case and model" } },
      { type = "metric", properties = { title = "Faithfulness", region = "eu-central-1", metrics = [] } },
    ]
  })
}
