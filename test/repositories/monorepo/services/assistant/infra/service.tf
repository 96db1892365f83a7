resource "aws_ecr_repository" "assistant" {
  name                 = "assistant"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecs_task_definition" "assistant" {
  family                   = "assistant-${var.environment}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  container_definitions = jsonencode([{
    name  = "assistant"
    image = "${aws_ecr_repository.assistant.repository_url}:${var.image_tag}"
    environment = [
      { name = "MODEL_ID", value = aws_bedrock_inference_profile.assistant.arn },
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options   = { "awslogs-group" = "/ecs/assistant", "awslogs-region" = "eu-central-1" }
    }
  }])
}

resource "aws_ecs_service" "assistant" {
  name            = "assistant-${var.environment}"
  cluster         = "assistant-${var.environment}"
  task_definition = aws_ecs_task_definition.assistant.arn
  desired_count   = var.desired_count
  launch_type     = "FARGATE"
}

resource "aws_apigatewayv2_api" "assistant" {
  name          = "assistant-${var.environment}"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.assistant.id
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
  name              = "/gateway/assistant-${var.environment}"
  retention_in_days = 90
}
