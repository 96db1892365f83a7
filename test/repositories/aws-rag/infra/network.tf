data "aws_vpc" "this" {
  tags = { Name = "member-services" }
}

data "aws_subnets" "private" {
  filter {
    name   = "tag:Tier"
    values = ["private"]
  }
}

resource "aws_security_group" "api" {
  name   = "pension-answers-api"
  vpc_id = data.aws_vpc.this.id
}

resource "aws_lb" "api" {
  name     = "pension-answers"
  internal = true
  subnets  = data.aws_subnets.private.ids
}

resource "aws_lb_target_group" "api" {
  name        = "pension-answers"
  port        = 8080
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = data.aws_vpc.this.id
  health_check {
    path = "/health"
  }
}

resource "aws_opensearch_domain" "rules" {
  domain_name    = "pension-answers-${var.environment}"
  engine_version = "OpenSearch_2.19"
  encrypt_at_rest {
    enabled = true
  }
}
