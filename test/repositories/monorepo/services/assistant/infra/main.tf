terraform {
  required_version = "~> 1.9"
  backend "s3" {}
}

provider "aws" {
  region = "eu-central-1"
  default_tags {
    tags = {
      CostCentre  = "handbook"
      Application = "assistant"
      Environment = var.environment
    }
  }
}

variable "environment" {
  type = string
}

variable "image_tag" {
  type        = string
  description = "The commit that the image was built from"
}

variable "desired_count" {
  type = number
}
