terraform {
  required_version = "~> 1.12"
}

provider "aws" {
  region = "eu-central-1"
  # default_tags {
  #   tags = {
  #     use-case    = "pension-answers"
  #     cost-centre = "4410"
  #   }
  # }
}

variable "environment" {
  type    = string
  default = "production"
}
