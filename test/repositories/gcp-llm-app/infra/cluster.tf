resource "google_container_cluster" "this" {
  name             = var.environment
  location         = "europe-west4"
  enable_autopilot = true
  monitoring_config {
    enable_components = ["SYSTEM_COMPONENTS", "WORKLOADS"]
    managed_prometheus {
      enabled = true
    }
  }
  cost_management_config {
    enabled = true
  }
}

resource "google_artifact_registry_repository" "services" {
  repository_id = "services"
  format        = "DOCKER"
  location      = "europe-west4"
  docker_config {
    immutable_tags = true
  }
}

resource "google_storage_bucket" "samples" {
  name                        = "${var.project}-samples"
  location                    = "EU"
  uniform_bucket_level_access = true
  lifecycle_rule {
    condition {
      age = 90
    }
    action {
      type = "Delete"
    }
  }
}
