resource "aws_scheduler_schedule" "score" {
  name                = "pension-answers-score"
  schedule_expression = "cron(30 2 * * ? *)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_ecs_cluster.this.arn
    role_arn = aws_iam_role.execution.arn
    ecs_parameters {
      task_definition_arn = aws_ecs_task_definition.score.arn
      launch_type         = "FARGATE"
      network_configuration {
        subnets = data.aws_subnets.private.ids
      }
    }
  }
}

resource "aws_ecs_task_definition" "score" {
  family                   = "pension-answers-score"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  container_definitions = jsonencode([{
    name    = "score"
    image   = var.image
    command = ["uv", "run", "python", "-m", "sampling.score"]
    environment = [
      { name = "ENVIRONMENT", value = var.environment },
      { name = "MODEL_ID", value = var.model_id },
      { name = "INFERENCE_PROFILE_ARN", value = aws_bedrock_inference_profile.answers.arn },
      { name = "SEARCH_HOST", value = aws_opensearch_domain.rules.endpoint },
      { name = "TRANSCRIPTS_BUCKET", value = aws_s3_bucket.transcripts.bucket },
    ]
  }])
}

resource "aws_cloudwatch_metric_alarm" "faithfulness" {
  alarm_name          = "pension-answers-faithfulness"
  alarm_description   = "Members are told what the scheme rules do not say."
  namespace           = "PensionAnswers/Quality"
  metric_name         = "Faithfulness"
  dimensions          = { Environment = var.environment }
  statistic           = "Average"
  comparison_operator = "LessThanThreshold"
  threshold           = 0.9
  period              = 86400
  evaluation_periods  = 1
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.on_call.arn]
}

resource "aws_cloudwatch_metric_alarm" "question_shift" {
  alarm_name          = "pension-answers-question-shift"
  alarm_description   = "Members ask about other things than in the reference month (population stability index)."
  namespace           = "PensionAnswers/Quality"
  metric_name         = "QuestionShift"
  dimensions          = { Environment = var.environment }
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0.25
  period              = 86400
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.on_call.arn]
}
