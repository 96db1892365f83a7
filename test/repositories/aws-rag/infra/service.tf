resource "aws_ecr_repository" "api" {
  name                 = "pension-answers"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecs_cluster" "this" {
  name = "pension-answers"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "api" {
  family                   = "pension-answers-api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  container_definitions = jsonencode([{
    name         = "api"
    image        = var.image
    essential    = true
    portMappings = [{ containerPort = 8080 }]
    environment = [
      { name = "ENVIRONMENT", value = var.environment },
      { name = "MODEL_ID", value = var.model_id },
      { name = "INFERENCE_PROFILE_ARN", value = aws_bedrock_inference_profile.answers.arn },
      { name = "SEARCH_HOST", value = aws_opensearch_domain.rules.endpoint },
      { name = "TRANSCRIPTS_BUCKET", value = aws_s3_bucket.transcripts.bucket },
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.api.name
        awslogs-region        = "eu-central-1"
        awslogs-stream-prefix = "api"
      }
    }
  }])
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = var.desired_count
  launch_type     = "FARGATE"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  alarms {
    enable      = true
    rollback    = true
    alarm_names = [aws_cloudwatch_metric_alarm.errors.alarm_name]
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.api.arn
    container_name   = "api"
    container_port   = 8080
  }
  network_configuration {
    subnets         = data.aws_subnets.private.ids
    security_groups = [aws_security_group.api.id]
  }
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "/pension-answers/api"
  retention_in_days = 400
}

resource "aws_bedrock_inference_profile" "answers" {
  name = "pension-answers-${var.environment}"
  model_source {
    copy_from = "arn:aws:bedrock:eu-central-1::foundation-model/${var.model_id}"
  }
  tags = {
    use-case = "pension-answers"
    model    = var.model_id
  }
}
