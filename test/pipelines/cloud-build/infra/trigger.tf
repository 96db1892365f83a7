resource "google_cloudbuild_trigger" "main" {
  name     = "answers-main"
  filename = "cloudbuild.yaml"
  github {
    owner = "acme"
    name  = "answers"
    push { branch = "^main$" }
  }
  approval_config { approval_required = true }
}
