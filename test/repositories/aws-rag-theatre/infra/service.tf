# resource "aws_ecr_repository" "api" {
#   name                 = "pension-answers"
#   image_tag_mutability = "IMMUTABLE"
# }

/*
resource "aws_ecs_task_definition" "api" {
  family = "pension-answers-api"
  container_definitions = jsonencode([{
    name  = "api"
    image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/pension-answers@sha256:2b0079146a74e23bf4ae8f6a28e1b484c6292f6fb904cbb51825b4a19812fcd8"
  }])
}

resource "aws_ecs_service" "api" {
  name = "api"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}
*/

resource "aws_cloudwatch_log_group" "api" {
  name              = "/pension-answers/api"
  retention_in_days = 1
}
