resource "google_container_cluster" "this" {
  count    = 0
  name     = "triage"
  location = "europe-west4"
}

resource "google_artifact_registry_repository" "services" {
  repository_id = "services"
  format        = "DOCKER"
  location      = "europe-west4"
  docker_config {
    immutable_tags = false
  }
}
