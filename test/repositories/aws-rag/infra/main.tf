terraform {
  required_version = "~> 1.12"
  backend "s3" {}
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.8"
    }
  }
}

provider "aws" {
  region = "eu-central-1"
  default_tags {
    tags = {
      use-case    = "pension-answers"
      team        = "member-services"
      cost-centre = "4410"
      environment = var.environment
    }
  }
}

variable "environment" { type = string }
variable "desired_count" { type = number }
variable "model_id" { type = string }
variable "image" { type = string }
variable "daily_cost_usd" { type = number }

data "aws_caller_identity" "current" {}
