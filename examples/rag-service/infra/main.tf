terraform {
  required_version = "~> 1.9"
  backend "s3" {}
}

provider "aws" {
  region = "eu-central-1"
  default_tags {
    tags = {
      CostCentre  = "knowledge-assistant"
      Application = "rag-service"
      Environment = var.environment
    }
  }
}

resource "aws_ce_cost_allocation_tag" "cost_centre" {
  tag_key = "CostCentre"
  status  = "Active"
}
