terraform {
  required_version = "~> 1.12"
  backend "gcs" {}
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 7.1"
    }
  }
}

provider "google" {
  project = var.project
  region  = "europe-west4"
  default_labels = {
    use-case    = "triage"
    cost-centre = "5120"
    environment = var.environment
  }
}

variable "project" { type = string }
variable "environment" { type = string }
variable "nodes" { type = number }
