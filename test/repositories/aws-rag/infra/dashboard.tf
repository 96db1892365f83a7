resource "aws_cloudwatch_dashboard" "answers" {
  dashboard_name = "pension-answers-${var.environment}"
  dashboard_body = jsonencode({
    widgets = [
      {
        type = "metric"
        properties = {
          title   = "Latency"
          region  = "eu-central-1"
          period  = 300
          metrics = [
            ["PensionAnswers", "Latency", "UseCase", "portal", { stat = "p50" }],
            ["PensionAnswers", "Latency", "UseCase", "portal", { stat = "p95" }],
            ["PensionAnswers", "Latency", "UseCase", "portal", { stat = "p99" }],
          ]
        }
      },
      {
        type = "metric"
        properties = {
          title  = "Cost by use case and model"
          region = "eu-central-1"
          metrics = [
            [{ expression = "SEARCH('{PensionAnswers,UseCase,Model} MetricName=\"CostUsd\"', 'Sum', 3600)" }],
          ]
        }
      },
      {
        type = "metric"
        properties = {
          title   = "Faithfulness of sampled answers"
          region  = "eu-central-1"
          metrics = [["PensionAnswers/Quality", "Faithfulness", "Environment", var.environment]]
        }
      },
    ]
  })
}
