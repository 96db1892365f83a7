resource "aws_ecr_repository" "claims" {
  name                 = "claims"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecs_task_definition" "claims" {
  family                   = "claims-${var.environment}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  container_definitions = jsonencode([{
    name  = "claims"
    image = "${aws_ecr_repository.claims.repository_url}:${var.image_tag}"
    environment = [
      { name = "MODEL_ID", value = aws_bedrock_inference_profile.claims.arn },
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options   = { "awslogs-group" = "/ecs/claims", "awslogs-region" = "eu-central-1" }
    }
  }])
}

resource "aws_ecs_service" "claims" {
  name            = "claims-${var.environment}"
  cluster         = "claims-${var.environment}"
  task_definition = aws_ecs_task_definition.claims.arn
  desired_count   = var.desired_count
  launch_type     = "FARGATE"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_apigatewayv2_api" "claims" {
  name          = "claims-${var.environment}"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.claims.id
  name        = "live"
  auto_deploy = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.gateway.arn
    format = jsonencode({
      id     = "$context.requestId"
      status = "$context.status"
      ms     = "$context.responseLatency"
    })
  }
}

resource "aws_cloudwatch_log_group" "gateway" {
  name              = "/gateway/claims-${var.environment}"
  retention_in_days = 90
}
