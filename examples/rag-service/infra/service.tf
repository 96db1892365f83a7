resource "aws_ecr_repository" "service" {
  name                 = "rag-service"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecs_task_definition" "service" {
  family                   = "rag-service-${var.environment}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  container_definitions = jsonencode([{
    name  = "rag-service"
    image = "${aws_ecr_repository.service.repository_url}:${var.image_tag}"
    environment = [
      { name = "MODEL_ID", value = aws_bedrock_inference_profile.answers.arn },
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options   = { "awslogs-group" = aws_cloudwatch_log_group.service.name, "awslogs-region" = "eu-central-1" }
    }
  }])
}

resource "aws_ecs_service" "service" {
  name            = "rag-service-${var.environment}"
  cluster         = "shared-${var.environment}"
  task_definition = aws_ecs_task_definition.service.arn
  desired_count   = var.desired_count
  launch_type     = "FARGATE"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_cloudwatch_log_group" "service" {
  name              = "/ecs/rag-service-${var.environment}"
  retention_in_days = 90
}
